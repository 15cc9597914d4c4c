import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type Scope, type StaffScope } from "@/lib/auth/scope";
import { type HappeningKind, record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type AccountNumbers, kept, readAccount } from "./account";
import { tellClients, tellOffice } from "./tell";
import { goneOf, goneWords, othersWhoMay, whoMay } from "./who-may";

/** How bank details are changed: one member proposes, a second one confirms, and a day goes by. */

export type BankDetails = typeof bankDetails.$inferSelect;

/**
 * Proposes new bank details, and tells the rest of the office. Refuses what can be no such account, what is in force already,
 * a second proposal beside one that is not in force yet, and a member whom nobody could confirm.
 */
export async function proposeBankDetails(scope: StaffScope, sent: Written): Promise<Outcome<null>> {
  if (scope.actor.role === "viewer") return refuse("not-allowed");
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const read = readAccount(tenant.currency, sent);
    if (!read.ok) return read;
    const { accountName, bankName } = sent;
    const details = { accountName, bankName, ...read.value };
    if (await areInForce(tx, details)) return refuse("invalid", { fields: { accountNumber: sameAlready } });
    if ((await othersWhoMay(tx, scope)).length === 0)
      return refuse("not-allowed-now", { sentence: nobodyElse });
    const [proposed] = await tx
      .insert(bankDetails)
      .values({ ...details, proposedBy: scope.actor.memberId })
      .onConflictDoNothing()
      .returning();
    if (!proposed) return refuse("stale", { sentence: othersComing });
    await tell(tx, scope, "bank-details.proposed", proposed);
    await tellOffice(tx, scope, { what: "proposed", when: null });
    return done(null);
  });
}

const sameAlready = "These are the details that are in force.";
const othersComing =
  "Other details are waiting to take effect, so these were not saved. Take those back first, or wait.";
const nobodyElse = "A second owner or manager has to confirm new bank details, and your office has no other.";

/**
 * Confirms what another member proposed: it takes effect a day from now, and every client who has something to pay is told
 * that it will. Refuses the member who proposed it, a number that is not the one that was proposed, and what somebody
 * proposed who may no more. Confirmed twice by the same member it is confirmed once.
 */
export async function confirmBankDetails(
  scope: StaffScope,
  sent: { id: string; accountNumber: string },
): Promise<Outcome<null>> {
  if (scope.actor.role === "viewer") return refuse("not-allowed");
  const { memberId } = scope.actor;
  return inTenant(scope, async (tx) => {
    const [confirmed] = await tx
      .update(bankDetails)
      .set({
        state: "confirmed",
        confirmedBy: memberId,
        confirmedAt: sql`now()`,
        takesEffectAt: sql`now() + interval '1 day'`,
      })
      .where(
        and(
          eq(bankDetails.id, sent.id),
          eq(bankDetails.state, "proposed"),
          ne(bankDetails.proposedBy, memberId),
          inArray(bankDetails.proposedBy, whoMay(tx)),
          eq(bankDetails.accountNumber, kept(sent.accountNumber)),
        ),
      )
      .returning();
    if (!confirmed) return whyNotConfirmed(tx, scope, sent.id);
    await tell(tx, scope, "bank-details.confirmed", confirmed);
    await tellOffice(tx, scope, { what: "confirmed", when: confirmed.takesEffectAt });
    await tellClients(tx, confirmed, "coming");
    return done(null);
  });
}

async function whyNotConfirmed(tx: Tx, { actor }: StaffScope, id: string): Promise<Outcome<null>> {
  const [found] = await tx.select().from(bankDetails).where(eq(bankDetails.id, id));
  if (found?.state === "confirmed" && found.confirmedBy === actor.memberId) return done(null);
  if (found?.state !== "proposed") return refuse("stale");
  if (found.proposedBy === actor.memberId) return refuse("not-allowed-now", { sentence: ownProposal });
  const gone = await goneOf(tx, found);
  if (gone) return refuse("not-allowed-now", { sentence: goneWords(gone) });
  return refuse("invalid", { fields: { accountNumber: otherNumber } });
}

const ownProposal = "You proposed these details, so somebody else has to confirm them.";
const otherNumber =
  "That isn’t the number that was proposed. Read it off the bank’s letter again; if the letter is right, take the proposal back.";

/**
 * Takes details back that are not in force yet. Clients who were told that they would be are told that nothing changes.
 * Refuses, as stale, what is in force by now; taken back twice it is taken back once.
 */
export async function withdrawBankDetails(scope: StaffScope, sent: { id: string }): Promise<Outcome<null>> {
  if (scope.actor.role === "viewer") return refuse("not-allowed");
  return inTenant(scope, async (tx) => {
    const [withdrawn] = await tx
      .update(bankDetails)
      .set({ state: "withdrawn", endedBy: scope.actor.memberId, endedAt: sql`now()` })
      .where(and(eq(bankDetails.id, sent.id), inArray(bankDetails.state, ["proposed", "confirmed"])))
      .returning();
    if (!withdrawn) {
      const [found] = await tx.select().from(bankDetails).where(eq(bankDetails.id, sent.id));
      return found?.state === "withdrawn" ? done(null) : refuse("stale");
    }
    await tell(tx, scope, "bank-details.withdrawn", withdrawn);
    await tellOffice(tx, scope, { what: "withdrawn", when: null });
    if (withdrawn.confirmedAt) await tellClients(tx, withdrawn, "withdrawn");
    return done(null);
  });
}

type Written = AccountNumbers & { accountName: string; bankName: string };

async function areInForce(tx: Tx, { accountName, bankName, routing, accountNumber }: Written) {
  const [same] = await tx
    .select({ id: bankDetails.id })
    .from(bankDetails)
    .where(
      and(
        eq(bankDetails.state, "in-force"),
        eq(bankDetails.accountName, accountName),
        eq(bankDetails.bankName, bankName),
        eq(bankDetails.routing, routing),
        eq(bankDetails.accountNumber, accountNumber),
      ),
    );
  return same !== undefined;
}

type BankHappening = Extract<HappeningKind, `bank-details.${string}`>;

/** Writes down what happened to bank details, and of their number no more than the end. */
export const tell = (tx: Tx, scope: Scope, kind: BankHappening, { accountNumber }: BankDetails) =>
  record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    detail: { ending: endOf(accountNumber) },
  });

/** “678”: enough to tell one account from another in a list. */
export const endOf = (accountNumber: string) => accountNumber.slice(-3);
