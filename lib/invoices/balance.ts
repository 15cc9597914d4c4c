import type { ledgerKinds } from "@/db/schema/payments";
import { type Age, ageOf, daysLate } from "@/lib/receivables/ages";
import type { Period } from "./period";

/** What a client owes, from one day to another: pure, in integer cents of one currency, by plain days. */

/** An invoice that was sent. */
export type Charge = {
  documentId: string;
  issuedOn: string;
  totalCents: number;
  dueOn: string | null;
  depositCents: number | null;
  depositDueOn: string | null;
  /** Since when it does not apply any more. */
  voidOn: string | null;
  /** Whether it is over as paid, so that nothing is asked for any more. */
  isPaid: boolean;
  /** What is on its way from a bank, today. */
  pendingCents: number;
  /** What of one that is open was given back while it was paid. */
  waivedCents: number;
};

/** A line of the ledger, or what counts like one: above nothing what came, below what went. */
export type Money = {
  id: string;
  documentId: string;
  kind: (typeof ledgerKinds)[number] | "pending" | "waived";
  day: string;
  amountCents: number;
};

/** What an account was moved by, how it changed what is owed, and what was owed then. */
type Move = Pick<Charge, "documentId"> & {
  id: string;
  kind: "invoice" | "void" | Money["kind"];
  day: string;
  cents: number;
  balanceCents: number;
};

export type Account = { openingCents: number; moves: Move[]; closingCents: number };

/** The account over a period: what was owed before its first day, each move in it by day, what is owed after its last. */
export function accountOf(charges: Charge[], money: Money[], { from, until }: Period): Account {
  const all = [...charges.flatMap(ofCharge), ...money.map(ofMoney)].sort(byDay);
  const openingCents = sum(all.filter(({ day }) => day < from));
  const moves: Move[] = [];
  let balanceCents = openingCents;
  for (const move of all.filter(({ day }) => from <= day && day <= until)) {
    balanceCents += move.cents;
    moves.push({ ...move, balanceCents });
  }
  return { openingCents, moves, closingCents: balanceCents };
}

type Unsummed = Omit<Move, "balanceCents">;

function ofCharge({ documentId, issuedOn, totalCents, voidOn }: Charge): Unsummed[] {
  const issued = { id: documentId, documentId, kind: "invoice", day: issuedOn, cents: totalCents } as const;
  if (!voidOn) return [issued];
  return [issued, { ...issued, id: `void ${documentId}`, kind: "void", day: voidOn, cents: -totalCents }];
}

/** Money that comes makes what is owed less. */
const ofMoney = ({ amountCents, ...rest }: Money): Unsummed => ({ ...rest, cents: -amountCents });

/** Of one day what was sent comes first; what happened to it keeps its order. */
const byDay = (one: Unsummed, other: Unsummed) =>
  one.day === other.day ? placeOf(one) - placeOf(other) : one.day < other.day ? -1 : 1;

const placeOf = ({ kind }: Unsummed) => (kind === "invoice" ? 0 : kind === "void" ? 2 : 1);

const sum = (moves: { cents: number }[]) => moves.reduce((total, { cents }) => total + cents, 0);

/** What is open on a day, by how late it is, and what was paid beyond what was asked. */
type Open = { byAge: Record<Age, number>; surplusCents: number };

/** The ages less the surplus are what is owed. A deposit has its own day, as far as it is not paid. */
export function openOn(day: string, charges: Charge[], money: Money[]): Open {
  const open: Open = {
    byAge: { "not-due": 0, "1-30": 0, "31-60": 0, "61-90": 0, "over-90": 0 },
    surplusCents: 0,
  };
  const paid = paidBy(day, money);
  for (const charge of charges) {
    const { issuedOn, voidOn, totalCents, dueOn, depositDueOn } = charge;
    const paidCents = paid.get(charge.documentId) ?? 0;
    const applies = issuedOn <= day && (voidOn === null || voidOn > day);
    const owedCents = (applies ? totalCents : 0) - paidCents;
    const depositLeft = Math.max(0, Math.min(owedCents, (charge.depositCents ?? 0) - paidCents));
    open.surplusCents += Math.max(0, -owedCents);
    open.byAge[ageOf(daysLate(depositDueOn ?? dueOn, day))] += depositLeft;
    open.byAge[ageOf(daysLate(dueOn, day))] += Math.max(0, owedCents) - depositLeft;
  }
  return open;
}

/**
 * What makes less owed and is no money that is here, so that an account asks for what its invoices ask for: what is on its way
 * from a bank, as of today, and what was given back of an invoice while it was paid. Never more than what is left.
 */
export function besideLedger(charges: Charge[], money: Money[], today: string): Money[] {
  const paid = paidBy(today, money);
  return charges.flatMap((charge) => {
    const { documentId, totalCents, voidOn, isPaid, pendingCents } = charge;
    const leftCents = Math.max(0, voidOn ? 0 : totalCents - (paid.get(documentId) ?? 0));
    const waivedCents = isPaid ? leftCents : Math.min(charge.waivedCents, leftCents);
    const waived = waivedOf(charge, money, waivedCents);
    const amountCents = Math.min(pendingCents, leftCents - waivedCents);
    if (amountCents === 0) return waived;
    return [...waived, { id: `pending ${documentId}`, documentId, kind: "pending", day: today, amountCents }];
  });
}

/**
 * Taken off on the days on which it was given back, the last ones first: what was paid too much before was never owed. What goes
 * back of one that is open, after it was opened, is asked for again. What has not gone back yet stands with the last that went.
 */
function waivedOf({ documentId, issuedOn, isPaid }: Charge, money: Money[], waivedCents: number): Money[] {
  let left = waivedCents;
  const gone = money.filter((each) => each.documentId === documentId && each.amountCents < 0);
  const opened = isPaid ? -1 : gone.findLastIndex(({ kind }) => kind === "reversal");
  const refunds = gone.filter(({ kind }, at) => kind === "refund" && (opened < 0 || at < opened)).reverse();
  const waived = (id: string, day: string, mostCents: number): Money[] => {
    const amountCents = Math.min(left, mostCents);
    left -= amountCents;
    return amountCents > 0 ? [{ id: `waived ${id}`, documentId, kind: "waived", day, amountCents }] : [];
  };
  const lines = refunds.flatMap(({ id, day, amountCents }) => waived(id, day, -amountCents));
  return [...lines, ...waived(documentId, gone.at(-1)?.day ?? issuedOn, left)];
}

/** What came of each invoice up to a day, less what went. */
function paidBy(until: string, money: Money[]): Map<string, number> {
  const paid = new Map<string, number>();
  for (const { documentId, day, amountCents } of money)
    if (day <= until) paid.set(documentId, (paid.get(documentId) ?? 0) + amountCents);
  return paid;
}
