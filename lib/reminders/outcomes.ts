import { type AnyColumn, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reminders } from "@/db/schema/reminders";
import { members } from "@/db/schema/tenants";
import type { Planned } from "./planned";

/** One parameter for however many ids: a statement takes no more than some 65,000. */
export const isAnyOf = (column: AnyColumn, ids: string[]): SQL =>
  sql`${column} = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid))`;

/** One reminder, whoever asks: of what, to which address, for which day. */
export type Which = { documentId: string; address: string; plannedFor: string };

/** What was done with it: a restored one is to be sent, as if nothing had been. */
export type Made = { outcome: "sent" | "skipped" | "restored"; by: string | null };

/** A key of the map that `readOutcomes` makes. */
export const keyOf = ({ documentId, address, plannedFor }: Which) => `${documentId} ${address} ${plannedFor}`;

export const whichOf = ({ document, address, plannedFor }: Planned): Which => ({
  documentId: document.id,
  address,
  plannedFor,
});

/** What was done with the reminders of these documents so far. */
export async function readOutcomes(tx: Tx, planned: Planned[]): Promise<Map<string, Made>> {
  const ids = [...new Set(planned.map(({ document }) => document.id))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ reminder: reminders, by: members.name })
    .from(reminders)
    .leftJoin(members, eq(members.id, reminders.memberId))
    .where(isAnyOf(reminders.documentId, ids));
  return new Map(rows.map(({ reminder, by }) => [keyOf(reminder), { outcome: reminder.outcome, by }]));
}

/** Whether nothing more happens to it by itself. */
export const isDecided = (made: Made | undefined): boolean =>
  made?.outcome === "sent" || made?.outcome === "skipped";
