import { and, eq, getTableColumns, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { gate, inTenant } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { systemScope } from "@/lib/auth/scope";
import { tell } from "@/lib/documents/trunk";

/**
 * Closes what has taken place: the links to an appointment that is over are dead from then on. Run twice, it is done once.
 * A draft, and an appointment that still has no time, are let be.
 */
export async function closePastAppointments(): Promise<void> {
  const open = await gate().execute<{ tenantId: string }>(sql`
    select distinct tenant_id as "tenantId" from documents
    where kind = 'appointment' and sent_at is not null and closed_at is null`);
  for (const { tenantId } of open) await closePastOf(tenantId);
}

async function closePastOf(tenantId: string): Promise<void> {
  const scope = systemScope(tenantId);
  await inTenant(scope, async (tx) => {
    const hasTakenPlace = and(
      eq(appointments.documentId, documents.id),
      inArray(appointments.state, ["proposed", "confirmed"]),
      lte(appointments.endsAt, sql`now()`),
    );
    const past = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: "past", waitsSince: null, waitsFor: null })
      .from(appointments)
      .where(and(hasTakenPlace, isNotNull(documents.sentAt), isNull(documents.closedAt)))
      .returning(getTableColumns(documents));
    for (const document of past) await tell(tx, scope, { kind: "document.closed", document });
  });
}
