import { Temporal } from "temporal-polyfill";
import { database, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { instantIn } from "@/lib/dates";
import type { DocumentKind } from "@/lib/links/policy";
import { sendReminders } from "@/lib/reminders/send";

export const chicago = "America/Chicago";
/** So many days from now, by the calendar: what is sent in a test is sent now, and tomorrow is the first day on which to remind. */
export const day = (days: number) => Temporal.Now.plainDateISO(chicago).add({ days }).toString();
export const at = (days: number, time = "09:05", zone = chicago) =>
  instantIn(zone, day(days), time) ?? new Date(NaN);

/** A document of Ellen’s that was sent to her, and to Tom, ten days ago. */
export async function sent(kind: DocumentKind, dueOn: string | null, of = readwell): Promise<string> {
  const id = await makeDocument(database.owner, of, kind);
  const to = [of.address.ellen, of.address.tom];
  await database.owner`update documents set due_on = ${dueOn}, addressed_to = ${to}, sent_at = now() - interval '10 days' where id = ${id}`;
  if (kind === "contract") await everybodySigns(id);
  return id;
}

async function everybodySigns(documentId: string) {
  const { tenantId, ellen } = readwell;
  await database.owner`delete from contract_signees where document_id = ${documentId}`;
  await database.owner`insert into contracts (tenant_id, document_id, "order", sealed_at, sealed_text) values (${tenantId}, ${documentId}, 'set', now(), 'text')
    on conflict (tenant_id, document_id) do update set "order" = 'set', sealed_at = now(), sealed_text = 'text'`;
  await database.owner`insert into contract_signees (tenant_id, document_id, contact_id, person, name, place)
    values (${tenantId}, ${documentId}, ${ellen}, 'primary', 'Ellen Marsh', 1), (${tenantId}, ${documentId}, ${ellen}, 'partner', 'Tom Marsh', 2)`;
}

/** To whom a reminder of a document went, in order. */
export const reminded = async (documentId: string) => {
  const rows = await database.owner<{ address: string }[]>`
    select address from reminders where document_id = ${documentId} and outcome = 'sent' order by at, address`;
  return rows.map(({ address }) => address);
};

export const run = async (documentId: string, now: Date) => {
  await sendReminders(now);
  return reminded(documentId);
};
