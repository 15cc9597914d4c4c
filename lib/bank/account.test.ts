import { expect, test } from "vitest";
import { accountForm, readAccount } from "./account";

const typed = (routing: string, accountNumber: string) => ({ routing, accountNumber });

test.each([
  ["AUD", typed("062-000", "1234 5678"), typed("062000", "12345678"), ["062-000", "123 456 78"]],
  ["AUD", typed(" 062 000 ", "123456"), typed("062000", "123456"), ["062-000", "123 456"]],
  ["USD", typed("111 000 025", "0004-5678"), typed("111000025", "00045678"), ["111 000 025", "0004 5678"]],
  ["GBP", typed("20-00-00", "55779911"), typed("200000", "55779911"), ["20-00-00", "5577 9911"]],
  ["GBP", typed("20–00–00", "55 77 99 11"), typed("200000", "55779911"), ["20-00-00", "5577 9911"]],
  [
    "EUR",
    typed("", "ie29 aibk 9311 5212 3456 78"),
    typed("", "IE29AIBK93115212345678"),
    [undefined, "IE29 AIBK 9311 5212 3456 78"],
  ],
  ["NZD", typed("", "12-3456-7890123-00"), typed("", "123456789012300"), ["", "1234 5678 9012 300"]],
])(
  "[X10] in %s an account is kept without its spaces and hyphens, and shown in groups",
  (currency, given, keeps, shown) => {
    expect(readAccount(currency, given)).toEqual({ ok: true, value: keeps });
    const form = accountForm(currency);
    expect([form.routing?.show(keeps.routing), form.number.show(keeps.accountNumber)]).toEqual(shown);
  },
);

test.each([
  ["AUD", typed("06200", "12345678"), ["routing"]],
  ["AUD", typed("062-000", "12345"), ["accountNumber"]],
  ["AUD", typed("062-000", "12345678901"), ["accountNumber"]],
  ["AUD", typed("06200O", "1234567b"), ["routing", "accountNumber"]],
  ["USD", typed("111000026", "1234"), ["routing"]],
  ["USD", typed("000000000", "1234"), ["routing"]],
  ["USD", typed("11100002", "123"), ["routing", "accountNumber"]],
  ["USD", typed("111000025", "1".repeat(18)), ["accountNumber"]],
  ["GBP", typed("200000", "5577991"), ["accountNumber"]],
  ["EUR", typed("", "IE29AIBK93115212345679"), ["accountNumber"]],
  ["EUR", typed("", "IE92AIBK93115212345678"), ["accountNumber"]],
  ["EUR", typed("", "12345678"), ["accountNumber"]],
  ["NZD", typed("", "123"), ["accountNumber"]],
  ["NZD", typed("a code; drop", "12345678"), ["routing"]],
  ["AUD", typed("٠٦٢٠٠٠", "12345678"), ["routing"]],
])("[X10] in %s what can be no account is refused in words at its field: %o", (currency, given, at) => {
  const read = readAccount(currency, given);
  if (read.ok) throw new Error("It was taken.");
  expect(Object.keys(read.detail.fields ?? {})).toEqual(at);
  for (const words of Object.values(read.detail.fields ?? {})) expect(words).toMatch(/^[A-Z].*\.$/);
});

test("[X10] any one digit of a routing number or an IBAN that is mistyped is found", () => {
  const others = (digit: string) => Array.from("0123456789").filter((each) => each !== digit);
  for (const [currency, right, field] of [
    ["USD", "111000025", "routing"],
    ["EUR", "DE89370400440532013000", "accountNumber"],
  ] as const) {
    const account = { routing: "111000025", accountNumber: "12345678", [field]: right };
    expect(readAccount(currency, account).ok).toBe(true);
    for (const [place, digit] of Array.from(right).entries()) {
      for (const other of /\d/.test(digit) ? others(digit) : []) {
        const wrong = right.slice(0, place) + other + right.slice(place + 1);
        expect(readAccount(currency, { ...account, [field]: wrong }).ok, wrong).toBe(false);
      }
    }
  }
});
