import { and, desc, inArray, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { members, tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { dateInFull, dayAndClock } from "@/lib/dates";
import { accountForm } from "./account";
import { type BankDetails, endOf } from "./change";
import { checkWords } from "./check-words";
import { inForceView, shownNumbers } from "./in-force";
import type { BankOffice, ComingView, PastView } from "./views";
import { goneOf, goneWords, othersWhoMay } from "./who-may";

/** How many of those that are past a page shows. */
const mostPast = 20;

/**
 * Settings → Bank details as this member may see them: the number of a colleague’s proposal is left out but for its end.
 * `after` is the last of the past ones that the page before showed.
 */
export async function readBankOffice(scope: StaffScope, now: Date, after?: string): Promise<BankOffice> {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const standing = await readStanding(tx);
    const past = await readPast(tx, after);
    const shown = past.slice(0, mostPast);
    const look: Look = { tenant, names: await namesOf(tx), memberId: scope.actor.memberId, now };
    const inForce = standing.find(({ state }) => state === "in-force");
    const coming = standing.find(({ state }) => state !== "in-force");
    const gone = coming && (await goneOf(tx, coming));
    const sure = coming?.state === "confirmed" && !gone ? coming : undefined;
    const { routing, number } = accountForm(tenant.currency);
    return {
      names: { routing: routing?.name ?? null, number: number.name },
      hints: { routing: routing?.hint ?? "", number: number.hint },
      inForce: inForce
        ? { ...inForceView(inForce, { coming: sure, tenant, now }), by: byWhom(inForce, look) }
        : null,
      coming: coming ? { ...comingView(coming, look), stopped: gone ? goneWords(gone) : null } : null,
      past: shown.map((each) => pastView(each, look)),
      earlier: past.length > mostPast ? (shown.at(-1)?.id ?? null) : null,
      others: (await othersWhoMay(tx, scope)).map(({ name }) => name),
    };
  });
}

type Look = {
  tenant: typeof tenants.$inferSelect;
  names: Map<string, string>;
  memberId: string;
  now: Date;
};

/** At most two: those in force, and those that are to take their place. */
const readStanding = (tx: Tx) =>
  tx
    .select()
    .from(bankDetails)
    .where(inArray(bankDetails.state, ["proposed", "confirmed", "in-force"]));

/** A page of those that are past, the newest first, and one more where there are more. */
function readPast(tx: Tx, after: string | undefined) {
  const { state, proposedAt, id } = bankDetails;
  const earlier =
    after &&
    sql`(${proposedAt}, ${id}) < (select b.proposed_at, b.id from bank_details b where b.id = ${after})`;
  return tx
    .select()
    .from(bankDetails)
    .where(and(inArray(state, ["replaced", "withdrawn"]), earlier || undefined))
    .orderBy(desc(proposedAt), desc(id))
    .limit(mostPast + 1);
}

/** Of everybody who ever had to do with bank details, be they here no more. */
async function namesOf(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.select({ id: members.id, name: members.name }).from(members);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const nameOf = (id: string | null, { names }: Look) => (id && names.get(id)) || "Somebody";

/** “June Okafor, confirmed by Sam Reyes” */
const byWhom = ({ proposedBy, confirmedBy }: BankDetails, look: Look) =>
  confirmedBy
    ? `${nameOf(proposedBy, look)}, confirmed by ${nameOf(confirmedBy, look)}`
    : nameOf(proposedBy, look);

function comingView(coming: BankDetails, look: Look): Omit<ComingView, "stopped"> {
  const { id, accountName, bankName, proposedBy, proposedAt, confirmedBy, confirmedAt, takesEffectAt } =
    coming;
  const { timeZone, locale } = look.tenant;
  const at = (when: Date) => dayAndClock(when, timeZone, locale);
  const isOver = takesEffectAt !== null && takesEffectAt <= look.now;
  const isConfirmed = coming.state === "confirmed";
  const isMine = proposedBy === look.memberId;
  const { routing, accountNumber } = shownNumbers(coming, look.tenant);
  return {
    ...{ id, accountName, bankName, routing },
    state: isConfirmed ? "confirmed" : "proposed",
    accountNumber: isConfirmed || isMine ? accountNumber : `ending ${endOf(coming.accountNumber)}`,
    checkWords: isConfirmed ? checkWords(coming) : null,
    proposed: { by: nameOf(proposedBy, look), when: at(proposedAt), isMine },
    confirmed:
      confirmedAt && takesEffectAt
        ? {
            by: nameOf(confirmedBy, look),
            when: at(confirmedAt),
            takesEffect: isOver ? "within minutes" : at(takesEffectAt),
          }
        : null,
  };
}

function pastView(past: BankDetails, look: Look): PastView {
  const { id, accountName, accountNumber, inForceSince, endedAt, endedBy, proposedAt } = past;
  const { timeZone, locale } = look.tenant;
  const day = (when: Date | null) => (when ? dateInFull(when, timeZone, locale) : "");
  return {
    id,
    account: `${accountName}, account ending ${endOf(accountNumber)}`,
    proposed: `Proposed by ${byWhom(past, look)}, ${day(proposedAt)}`,
    ended: inForceSince
      ? `In force ${day(inForceSince)} to ${day(endedAt)}`
      : `${endedBy ? `Taken back by ${nameOf(endedBy, look)}` : lapsedWords}, ${day(endedAt)}`,
  };
}

/** Nobody took these back: the job found their day over, and one of the two gone. */
const lapsedWords = "Did not take effect, as one of the two was no longer an owner or manager";
