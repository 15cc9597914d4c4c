import { eq, sql } from "drizzle-orm";
import { gate, inTenant, listInTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documents } from "@/db/schema/documents";
import { reminders } from "@/db/schema/reminders";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { dayIn } from "@/lib/dates";
import { tell } from "@/lib/documents/trunk";
import { theSystem } from "@/lib/events/record";
import { invoiceSays } from "@/lib/invoices/says";
import type { Issued } from "@/lib/links/link";
import { purposeOfDocument } from "@/lib/links/policy";
import { type Says, sendLink } from "@/lib/links/send";
import { log } from "@/lib/log";
import { type Outcome, refuse } from "@/lib/outcome";
import { farthestDay } from "./ladders";
import { isDecided, keyOf, readOutcomes, type Which, whichOf } from "./outcomes";
import { type Planned, readPlanned } from "./planned";

/**
 * The job that sends every reminder that is due, each in a transaction of its own, and says how many went out. Run twice,
 * or by two workers at once, it sends none twice. What a limit holds back is tried again the next time.
 */
export async function sendReminders(now = new Date()): Promise<number> {
  let count = 0;
  for (const tenantId of await whoReminds(now)) {
    try {
      count += await sendThoseOf(systemScope(tenantId), now);
    } catch (error) {
      // One business's trouble must not keep the others' reminders back.
      log.error({ err: error, tenantId }, "the reminders of a business failed");
    }
  }
  return count;
}

/** The businesses that have anything out that may be reminded of: one query for them all. */
async function whoReminds(now: Date): Promise<string[]> {
  const days = (count: number) => dayIn(new Date(now.getTime() + count * 24 * 3_600_000), "UTC");
  const rows = await gate().execute<{ id: string }>(sql`
    select t.id from tenants t where t.closed_at is null and (
      exists (select 1 from documents d where d.tenant_id = t.id and d.sent_at is not null and d.answered_at is null
        and d.closed_at is null and d.due_on >= ${days(-farthestDay - 3)}
        and (d.due_on <= ${days(farthestDay + 3)} or d.kind = 'invoice'))
      or exists (select 1 from documents d where d.tenant_id = t.id and d.sent_at is not null and d.closed_at is null
        and d.kind = 'appointment'))`);
  return rows.map(({ id }) => id);
}

async function sendThoseOf(scope: Scope, now: Date): Promise<number> {
  const due = await listInTenant(scope, async (tx) => {
    const planned = (await readPlanned(tx, now, { ahead: 0 })).filter(({ at }) => at <= now);
    const made = await readOutcomes(tx, planned);
    return planned.map(whichOf).filter((which) => !isDecided(made.get(keyOf(which))));
  });
  let count = 0;
  for (const which of due) {
    try {
      if (await sendOne(scope, which, now)) count += 1;
    } catch (error) {
      // Nor one reminder's the others of the same business.
      log.error({ err: error, tenantId: scope.tenantId, documentId: which.documentId }, "a reminder failed");
    }
  }
  return count;
}

/**
 * Sends one, if it is still due: its document is locked, so that whoever answers, skips or sends at this moment is either
 * seen or finds it sent. Whoever writes its row first sends it.
 */
async function sendOne(scope: Scope, which: Which, now: Date): Promise<boolean> {
  return inTenant(scope, async (tx) => {
    const one = eq(documents.id, which.documentId);
    await tx.select({ id: documents.id }).from(documents).where(one).for("no key update");
    const planned = (await readPlanned(tx, now, { which: one })).find(
      (each) => keyOf(whichOf(each)) === keyOf(which),
    );
    if (!planned || planned.at > now) return false;
    const says = await saysNow(tx, planned, now);
    if (!says) return false;
    const sent = await orUndone(tx, (inner) => remind(inner, scope, { ...planned, says }));
    return sent.ok;
  });
}

/** What it says as things stand now: of an invoice what is left to pay. Null where nothing is, since it is on its way. */
async function saysNow(tx: Tx, { document, says }: Planned, now: Date): Promise<Says | null> {
  if (document.kind !== "invoice") return says;
  const told = await invoiceSays(tx, document.id, now);
  return told.amount ? told : null;
}

async function remind(tx: Tx, scope: Scope, planned: Planned): Promise<Outcome<Issued>> {
  const { tenant, contact, address, document, says } = planned;
  const [mine] = await tx
    .insert(reminders)
    .values({ ...whichOf(planned), outcome: "sent" })
    .onConflictDoUpdate({
      target: [reminders.tenantId, reminders.documentId, reminders.address, reminders.plannedFor],
      set: { outcome: "sent", at: sql`now()` },
      setWhere: eq(reminders.outcome, "restored"),
    })
    .returning({ id: reminders.id });
  if (!mine) return refuse("not-allowed-now");
  const channel = address.includes("@") ? "email" : "sms";
  const purpose = document.kind === "invoice" ? "invoice-reminder" : purposeOfDocument[document.kind];
  const sending = { purpose, document, occasion: "reminder", says, by: theSystem } as const;
  const sent = await sendLink(tx, { tenant, contact, channel, address }, sending);
  if (!sent.ok) return sent;
  const { id: linkId } = sent.value;
  await tx.update(reminders).set({ linkId }).where(eq(reminders.id, mine.id));
  await tell(tx, scope, { kind: "reminder.sent", document, linkId, detail: { to: address } });
  return sent;
}
