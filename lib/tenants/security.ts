import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { termsOf } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockTenant, type Tenant, tellSetting } from "./change";
import { dayMs, daysWords, type InvoiceLinks, invoiceEnds, lifeWords, linkRows, livesOf } from "./link-rules";

/** How many days without a visit a session may last: a client’s, and one of the office’s. */
export const sessionLengths = {
  client: { least: 1, most: 180, column: "clientSessionDays", what: "How long homeowners stay signed in" },
  staff: { least: 1, most: 30, column: "staffSessionDays", what: "How long the team stays signed in" },
} as const;
export type SessionKind = keyof typeof sessionLengths;

/**
 * Sets how many days without a visit people stay signed in. Shortening ends, on their next request, the sessions that were
 * last used longer ago, and says how many; lengthening counts from the next use on. Refuses whoever is no owner, and what
 * is out of bounds.
 */
export async function setSessionDays(
  scope: StaffScope,
  { kind, days }: { kind: SessionKind; days: number },
): Promise<Outcome<number>> {
  const { least, most, column, what } = sessionLengths[kind];
  if (!Number.isInteger(days) || days < least || days > most)
    return refuse("invalid", { sentence: `Choose a whole number of days, from ${least} to ${most}.` });
  return asOwner(scope, async (tx, tenant) => {
    const before = tenant[column];
    if (before === days) return done(0);
    await tx.update(tenants).set({ [column]: days });
    const ended = days < before ? await shortenSessions(tx, kind, days) : 0;
    await tellSetting(tx, scope, { what, from: daysWords(before), to: daysWords(days) });
    return done(ended);
  });
}

/**
 * Sets how many days the links of a purpose work that are sent from now on; for invoices, their reminders too. Refuses
 * whoever is no owner, a life that may not be chosen, and an invoice’s while its link opens once, which is stale.
 */
export async function setLinkLife(
  scope: StaffScope,
  sent: { purpose: string; days: number },
): Promise<Outcome<null>> {
  return asOwner(scope, async (tx, tenant) => {
    const row = linkRows.find(({ purposes }) => purposes[0] === sent.purpose);
    if (!row) return refuse("not-found");
    const [purpose] = row.purposes;
    if (purpose === "invoice" && tenant.invoiceLinks === "single-use") return refuse("stale");
    if (!livesOf(purpose, tenant).includes(sent.days)) return refuse("invalid");
    const { ttlMs: before } = termsOf(purpose, tenant);
    const after = sent.days * dayMs;
    if (before === after) return done(null);
    const chosen = Object.fromEntries(row.purposes.map((each) => [each, after]));
    await tx.update(tenants).set({ linkTtlMs: { ...tenant.linkTtlMs, ...chosen } });
    const what = `How long ${row.name.toLowerCase()} links work`;
    await tellSetting(tx, scope, { what, from: lifeWords(before), to: lifeWords(after) });
    return done(null);
  });
}

/** Sets whether invoice links sent from now on open until the invoice is paid, or once within 7 days. An owner’s alone. */
export async function setInvoiceLinks(scope: StaffScope, chosen: InvoiceLinks): Promise<Outcome<null>> {
  return asOwner(scope, async (tx, tenant) => {
    if (tenant.invoiceLinks === chosen) return done(null);
    await tx.update(tenants).set({ invoiceLinks: chosen });
    const what = "How invoice and reminder links end";
    await tellSetting(tx, scope, { what, from: invoiceEnds[tenant.invoiceLinks], to: invoiceEnds[chosen] });
    return done(null);
  });
}

/** A change of what only an owner may change, one at a time. */
export async function asOwner<Value>(
  scope: StaffScope,
  change: (tx: Tx, tenant: Tenant) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  if (scope.actor.role !== "owner") return refuse("not-allowed");
  return inTenant(scope, async (tx) => {
    return change(tx, await lockTenant(tx));
  });
}

/** Brings the end of every live session of a kind forward to that many days after its last use; says how many that ended. */
async function shortenSessions(tx: Tx, kind: SessionKind, days: number): Promise<number> {
  const end = sql`${sessions.lastSeenAt} + ${days} * interval '1 day'`;
  const shortened = await tx
    .update(sessions)
    .set({ expiresAt: end })
    .where(
      and(
        eq(sessions.kind, kind),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`greatest(now(), ${end})`),
        gt(sessions.endsAt, sql`now()`),
      ),
    )
    .returning({ isOver: sql<boolean>`${sessions.expiresAt} <= now()` });
  return shortened.filter(({ isOver }) => isOver).length;
}
