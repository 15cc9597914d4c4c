import { done, type Outcome, refuse } from "@/lib/outcome";

/** How bank accounts are written where people pay in one currency: what is asked for, what is kept of it, how it is shown. */

/** One of the numbers of an account. */
type Part = {
  /** “BSB” */
  name: string;
  hint: string;
  /** What is wrong with it, in a sentence; empty where nothing is. */
  wrong: (kept: string) => string;
  show: (kept: string) => string;
};

/** `routing`: which bank or branch; null where the number of the account says that too. */
export type AccountForm = { routing: Part | null; number: Part };

/** The numbers of one account as they are kept: nothing but letters and digits. */
export type AccountNumbers = { routing: string; accountNumber: string };

const digits = (least: number, most = least) => new RegExp(`^\\d{${least},${most}}$`);
const unless = (isRight: boolean, words: string) => (isRight ? "" : words);

const australian: AccountForm = {
  routing: {
    name: "BSB",
    hint: "Six digits, such as 062-000.",
    wrong: (kept) => unless(digits(6).test(kept), "A BSB has six digits, such as 062-000."),
    show: (kept) => `${kept.slice(0, 3)}-${kept.slice(3)}`,
  },
  number: {
    name: "Account number",
    hint: "6 to 10 digits.",
    wrong: (kept) => unless(digits(6, 10).test(kept), "An account number has 6 to 10 digits."),
    show: (kept) => inGroups(kept, 3),
  },
};

const american: AccountForm = {
  routing: {
    name: "Routing number",
    hint: "Nine digits, the ABA number at the foot of a check.",
    wrong: (kept) =>
      digits(9).test(kept)
        ? unless(
            isAba(kept),
            "That isn’t a routing number: its digits don’t add up. Look for a mistyped one.",
          )
        : "A routing number has nine digits.",
    show: (kept) => inGroups(kept, 3),
  },
  number: {
    name: "Account number",
    hint: "4 to 17 digits.",
    wrong: (kept) => unless(digits(4, 17).test(kept), "An account number has 4 to 17 digits."),
    show: (kept) => inGroups(kept, 4),
  },
};

const british: AccountForm = {
  routing: {
    name: "Sort code",
    hint: "Six digits, such as 20-00-00.",
    wrong: (kept) => unless(digits(6).test(kept), "A sort code has six digits, such as 20-00-00."),
    show: (kept) => inGroups(kept, 2, "-"),
  },
  number: {
    name: "Account number",
    hint: "Eight digits.",
    wrong: (kept) => unless(digits(8).test(kept), "An account number has eight digits."),
    show: (kept) => inGroups(kept, 4),
  },
};

const european: AccountForm = {
  routing: null,
  number: {
    name: "IBAN",
    hint: "It begins with the letters of the country, such as IE29.",
    wrong: (kept) =>
      /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(kept)
        ? unless(isIban(kept), "That isn’t an IBAN: its digits don’t add up. Look for a mistyped one.")
        : "An IBAN has two letters, two digits, and then 11 to 30 letters and digits.",
    show: (kept) => inGroups(kept, 4),
  },
};

const elsewhere: AccountForm = {
  routing: {
    name: "Bank or branch code",
    hint: "If your bank has one: up to 20 letters and digits.",
    wrong: (kept) =>
      unless(/^[A-Z0-9]{0,20}$/.test(kept), "A code has up to 20 letters and digits, and nothing else."),
    show: (kept) => inGroups(kept, 4),
  },
  number: {
    name: "Account number",
    hint: "4 to 34 letters and digits.",
    wrong: (kept) =>
      unless(/^[A-Z0-9]{4,34}$/.test(kept), "An account number has 4 to 34 letters and digits."),
    show: (kept) => inGroups(kept, 4),
  },
};

const forms: Partial<Record<string, AccountForm>> = {
  AUD: australian,
  USD: american,
  GBP: british,
  EUR: european,
};

/** How an account is written that takes that currency. */
export const accountForm = (currency: string): AccountForm => forms[currency] ?? elsewhere;

/** What somebody typed, without the spaces and the hyphens that only help the eye. */
export const kept = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}]/gu, "")
    .toUpperCase();

/** The numbers as they are kept. Refuses what can be no such account, in a sentence at the field. */
export function readAccount(currency: string, typed: AccountNumbers): Outcome<AccountNumbers> {
  const { routing, number } = accountForm(currency);
  const account = { routing: routing ? kept(typed.routing) : "", accountNumber: kept(typed.accountNumber) };
  const fields = {
    routing: routing?.wrong(account.routing) ?? "",
    accountNumber: number.wrong(account.accountNumber),
  };
  const wrong = Object.fromEntries(Object.entries(fields).filter(([, sentence]) => sentence));
  return Object.keys(wrong).length > 0 ? refuse("invalid", { fields: wrong }) : done(account);
}

/** The checksum of an ABA routing number: its digits times 3, 7 and 1 in turn come to a multiple of ten. */
function isAba(routing: string): boolean {
  const weights = [3, 7, 1] as const;
  const sum = Array.from(routing, Number).reduce(
    (total, digit, place) => total + digit * (weights[place % 3] ?? 1),
    0,
  );
  return sum > 0 && sum % 10 === 0;
}

/** The checksum of an IBAN: with its first four moved to the end and letters as 10 to 35, the remainder of 97 is 1. */
function isIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const number = Array.from(moved, (character) => Number.parseInt(character, 36)).join("");
  return Array.from(number).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const inGroups = (text: string, size: number, between = " ") =>
  (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(between);
