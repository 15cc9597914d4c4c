import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { lacksDeposit, settledIn } from "@/lib/receivables/owed";
import { isAnyOf } from "./outcomes";

/** What holds a document’s reminders back until it is settled; what its invoice asks for first, by which day. */
export type Pause = {
  /** Whether a question of a client’s has no reply yet. */
  isAsked: boolean;
  /** Whether its client disagrees with it. */
  isDisputed: boolean;
  /** Whether nothing is asked for: all that is left to pay is on its way from a bank, or a refund is that came too late. */
  isComing: boolean;
  /** The day of a deposit that is not there yet. */
  depositDueOn: string | null;
};

/** What holds each of these documents back now. */
export async function readPauses(tx: Tx, ids: string[]): Promise<Map<string, Pause>> {
  if (ids.length === 0) return new Map();
  const { disputedAt, depositDueOn } = invoices;
  const rows = await tx
    .select({
      id: documents.id,
      isAsked: sql<boolean>`exists (select 1 from document_questions q where q.document_id = ${documents.id} and q.answered_at is null)`,
      isDisputed: sql<boolean>`${disputedAt} is not null`,
      isComing: sql<boolean>`coalesce(${settledIn(sql`${invoices}`)} >= total_cents, false)`,
      depositDueOn: sql<
        string | null
      >`case when ${lacksDeposit(sql`${invoices}`)} then ${depositDueOn}::text end`,
    })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, documents.id))
    .where(isAnyOf(documents.id, ids));
  return new Map(rows.map(({ id, ...pause }) => [id, pause]));
}

/** Whether a document is an invoice whose deposit is asked for now, by a day from one to another. */
export const isDepositDue = (from: string, until: string) =>
  sql`exists (select 1 from invoices i where i.document_id = ${documents.id} and ${lacksDeposit(sql`i`)}
    and i.deposit_due_on between ${from}::date and ${until}::date)`;
