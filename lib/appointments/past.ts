import { and, eq, getTableColumns, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { gate, inTenant } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { systemScope } from "@/lib/auth/scope";
import { leftToDo, tell } from "@/lib/documents/trunk";
import { log } from "@/lib/log";

/**
 * Closes what has taken place: the links to an appointment that is over are dead from then on. Run twice, it is done once.
 * A draft, and an appointment that still has no time, are let be.
 */
export async function closePastAppointments(): Promise<void> {
  const open = await gate().execute<{ tenantId: string }>(sql`
    select distinct tenant_id as "tenantId" from documents
    where kind = 'appointment' and sent_at is not null and closed_at is null`);
  for (const { tenantId } of open) {
    try {
      await closePastOf(tenantId);
    } catch (error) {
      // One business's trouble must not leave the others' appointments open.
      log.error({ err: error, tenantId }, "the past appointments of a business could not be closed");
    }
  }
}

/** Those that look past are locked first and looked at again then: one may have been moved at that very moment. */
async function closePastOf(tenantId: string): Promise<void> {
  const scope = systemScope(tenantId);
  await inTenant(scope, async (tx) => {
    const hasTakenPlace = and(
      eq(appointments.documentId, documents.id),
      inArray(appointments.state, ["proposed", "confirmed"]),
      lte(appointments.endsAt, sql`now()`),
    );
    // In the words of its index: a parameter would not be seen to be what the index is of.
    const isVisit = sql`${documents.kind} = 'appointment'`;
    const isOut = and(isVisit, isNotNull(documents.sentAt), isNull(documents.closedAt));
    const locked = await tx
      .select({ id: documents.id })
      .from(documents)
      .innerJoin(appointments, hasTakenPlace)
      .where(isOut)
      .orderBy(documents.id)
      .for("no key update", { of: documents });
    if (locked.length === 0) return;
    const ids = locked.map(({ id }) => id);
    const past = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: "past", ...leftToDo })
      .from(appointments)
      .where(and(inArray(documents.id, ids), hasTakenPlace, isOut))
      .returning(getTableColumns(documents));
    for (const document of past) await tell(tx, scope, { kind: "document.closed", document });
  });
}
