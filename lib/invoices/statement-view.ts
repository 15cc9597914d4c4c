import { plainDate } from "@/lib/dates";
import { amountWords } from "@/lib/money";
import { ageNames, ages } from "@/lib/receivables/ages";
import { type Account, accountOf, besideLedger, type Charge, type Money, openOn } from "./balance";
import { type Period, usualPeriods } from "./period";
import type { Statement, StatementAccount, StatementRow } from "./views";

/** An invoice of the account, with what names it. */
export type NamedCharge = Charge & { number: string; title: string; currency: string };
/** A line of the account, with what tells of it. */
export type NamedMoney = Money & { words: string; receipt: string | null };

type Read = { client: string; charges: NamedCharge[]; money: NamedMoney[] };
type Look = { period: Period; today: string; locale: string; currency: string };

/** A statement in words: amounts of different currencies are never added, each has an account of its own. */
export function statementView({ client, charges, money }: Read, look: Look): Statement {
  const { period, today, locale, currency } = look;
  const lines = [...money, ...besideLedger(charges, money, today).map(named)];
  const there = [...new Set(charges.map((charge) => charge.currency))].sort();
  return {
    ...{ client, ...period, today },
    fromWords: plainDate(period.from, locale),
    untilWords: plainDate(period.until, locale),
    usual: usualPeriods(today),
    accounts: (there.length > 0 ? there : [currency]).map((each) => {
      const ofIt = charges.filter((charge) => charge.currency === each);
      const ids = new Set(ofIt.map(({ documentId }) => documentId));
      const itsMoney = lines.filter(({ documentId }) => ids.has(documentId));
      return accountView({ charges: ofIt, money: itsMoney }, { ...look, currency: each });
    }),
  };
}

const named = (line: Money): NamedMoney => ({
  ...{ ...line, receipt: null },
  words: line.kind === "pending" ? "On its way from the bank" : "Not asked for again",
});

function accountView({ charges, money }: Omit<Read, "client">, look: Look): StatementAccount {
  const { period, currency } = look;
  const amount = (cents: number) => amountWords(cents, look);
  const account = accountOf(charges, money, period);
  const { closingCents } = account;
  const { byAge, surplusCents } = openOn(period.until, charges, money);
  const pendingCents = account.moves.reduce(
    (sum, { kind, cents }) => sum - (kind === "pending" ? cents : 0),
    0,
  );
  return {
    currency,
    opening: amount(account.openingCents),
    rows: rowsOf(account, { charges, money }, look),
    closing: {
      amount: amount(Math.abs(closingCents)),
      isOwed: closingCents > 0,
      isCredit: closingCents < 0,
    },
    ages: ageNames.map((age) => ({
      ...{ age, words: ages[age].words, amount: amount(byAge[age]) },
      isLate: age !== "not-due" && byAge[age] > 0,
      isNothing: byAge[age] === 0,
    })),
    surplus: surplusCents > 0 ? amount(surplusCents) : null,
    pending: pendingCents > 0 ? amount(pendingCents) : null,
  };
}

function rowsOf({ moves }: Account, { charges, money }: Omit<Read, "client">, look: Look): StatementRow[] {
  const charged = new Map(charges.map((charge) => [charge.documentId, charge]));
  const came = new Map(money.map((each) => [each.id, each]));
  return moves.map(({ id, documentId, kind, day, cents, balanceCents }) => {
    const { number = "", title = "" } = charged.get(documentId) ?? {};
    const { words = "", receipt = null } = came.get(id) ?? {};
    return {
      ...{ id, documentId },
      day: plainDate(day, look.locale),
      words: kind === "invoice" ? `Invoice ${number}` : kind === "void" ? `Invoice ${number}, void` : words,
      note:
        kind === "invoice" || kind === "void"
          ? title
          : (kind === "payment" && receipt && `Receipt ${receipt}`) || `Of invoice ${number}`,
      amount: amountWords(cents, look),
      balance: amountWords(balanceCents, look),
    };
  });
}
