import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { plainClock } from "@/lib/dates";
import type { DocumentKind } from "@/lib/links/policy";
import { done, type Outcome } from "@/lib/outcome";
import { tellSetting } from "@/lib/tenants/change";
import { asOwner } from "@/lib/tenants/security";
import { ladderWords } from "./ladder-words";
import { type Ladder, ladderOf } from "./ladders";
import type { Quiet } from "./plan";

/** Sets when a kind of document is reminded of, from the next reminder on; an empty ladder means never. An owner’s alone. */
export async function setLadder(
  scope: StaffScope,
  { kind, ladder }: { kind: DocumentKind; ladder: Ladder },
): Promise<Outcome<null>> {
  return asOwner(scope, async (tx, tenant) => {
    const before = ladderOf(kind, tenant.reminderLadders);
    if (before.join() === ladder.join()) return done(null);
    const reminderLadders = { ...tenant.reminderLadders, [kind]: [...ladder] };
    await tx.update(tenants).set({ reminderLadders }).where(eq(tenants.id, scope.tenantId));
    const what = `When a client is reminded of ${named[kind]}`;
    await tellSetting(tx, scope, { what, from: ladderWords(before), to: ladderWords(ladder) });
    return done(null);
  });
}

const named: Record<DocumentKind, string> = {
  contract: "a contract",
  scope: "a scope of work",
  selections: "selections",
  appointment: "an appointment",
  invoice: "an invoice",
  "service-report": "a service report",
};

/** Sets from when to when no reminder is sent, on the client’s own clock. The same time twice means never. An owner’s alone. */
export async function setQuiet(scope: StaffScope, { from, until }: Quiet): Promise<Outcome<null>> {
  return asOwner(scope, async (tx, tenant) => {
    if (tenant.quietFrom === from && tenant.quietUntil === until) return done(null);
    await tx
      .update(tenants)
      .set({ quietFrom: from, quietUntil: until })
      .where(eq(tenants.id, scope.tenantId));
    const before = { from: tenant.quietFrom, until: tenant.quietUntil };
    await tellSetting(tx, scope, {
      what: "When no reminder is sent",
      from: quietWords(before, tenant.locale),
      to: quietWords({ from, until }, tenant.locale),
    });
    return done(null);
  });
}

/** “20:00 to 08:00”, in American words “8:00 PM to 8:00 AM”; “never” */
export const quietWords = ({ from, until }: Quiet, locale: string) =>
  from === until ? "never" : `${plainClock(from, locale)} to ${plainClock(until, locale)}`;
