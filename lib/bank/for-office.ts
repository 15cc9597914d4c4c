import { desc, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { members, tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { dateInFull, dayAndClock } from "@/lib/dates";
import { accountForm } from "./account";
import { type BankDetails, endOf, othersWhoMay } from "./change";
import { checkWords } from "./check-words";
import { inForceView, shownNumbers } from "./in-force";
import type { BankOffice, ComingView, PastView } from "./views";

/** How many of those that are past are shown. */
const mostPast = 20;

/** Settings → Bank details as this member may see them: the number of a colleague’s proposal is left out but for its end. */
export async function readBankOffice(scope: StaffScope): Promise<BankOffice> {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const now = await readStanding(tx, ["proposed", "confirmed", "in-force"]);
    const past = await readStanding(tx, ["replaced", "withdrawn"]);
    const look: Look = { tenant, names: await namesOf(tx), memberId: scope.actor.memberId };
    const inForce = now.find(({ state }) => state === "in-force");
    const coming = now.find(({ state }) => state !== "in-force");
    const confirmed = coming?.state === "confirmed" ? coming : undefined;
    const { routing, number } = accountForm(tenant.currency);
    return {
      names: { routing: routing?.name ?? null, number: number.name },
      hints: { routing: routing?.hint ?? "", number: number.hint },
      inForce: inForce ? { ...inForceView(inForce, confirmed, tenant), by: byWhom(inForce, look) } : null,
      coming: coming ? comingView(coming, look) : null,
      past: past.map((each) => pastView(each, look)),
      others: (await othersWhoMay(tx, scope)).map(({ name }) => name),
    };
  });
}

type Look = {
  tenant: typeof tenants.$inferSelect;
  names: Map<string, string>;
  memberId: string;
};

const readStanding = (tx: Tx, states: BankDetails["state"][]) =>
  tx
    .select()
    .from(bankDetails)
    .where(inArray(bankDetails.state, states))
    .orderBy(desc(bankDetails.proposedAt), desc(bankDetails.id))
    .limit(mostPast);

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

function comingView(coming: BankDetails, look: Look): ComingView {
  const { id, accountName, bankName, proposedBy, proposedAt, confirmedBy, confirmedAt, takesEffectAt } =
    coming;
  const { timeZone, locale } = look.tenant;
  const at = (when: Date) => dayAndClock(when, timeZone, locale);
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
        ? { by: nameOf(confirmedBy, look), when: at(confirmedAt), takesEffect: at(takesEffectAt) }
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
      : `Taken back by ${nameOf(endedBy, look)}, ${day(endedAt)}`,
  };
}
