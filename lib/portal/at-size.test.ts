import { expect, test } from "vitest";
import { connect, disconnect } from "@/db/client";
import { makeCrew } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { ellenOf } from "@/e2e/support/scopes";
import { readHistory } from "@/lib/activity/activity";
import { closePastAppointments } from "@/lib/appointments/past";
import { listDocuments } from "@/lib/documents/document";
import { readLinks } from "@/lib/documents/life";
import { kindsOfDocument } from "@/lib/links/policy";
import { readReminders } from "@/lib/reminders/office";
import { readLane } from "@/lib/work-orders/inbox";
import { readPortalHome } from "./home";
import { listAppointments, listForClient } from "./list";
import { readParts } from "./parts";

eachAtReadwell();

/** Six hundred other clients with fifty documents each; of most all is over, as of a business that has been there for years. */
async function aBusyShop() {
  const { tenantId } = readwell;
  const { owner } = database;
  const crew = await makeCrew(owner, tenantId);
  await owner`insert into contacts (tenant_id, kind, name, email)
    select ${tenantId}, 'client', 'Client ' || n, n || '@busy.example' from generate_series(1, 600) n`;
  await owner`
    with those as (select id, email, row_number() over () as place from contacts where tenant_id = ${tenantId} and name like 'Client %')
    insert into documents (tenant_id, contact_id, kind, title, sent_at, due_on, addressed_to, closed_at, closed_as, waits_since, waits_for)
    select ${tenantId}, those.id, (array['contract', 'scope', 'invoice', 'appointment'])[1 + n % 4], 'Document ' || n,
      now() - n * interval '1 hour', current_date - n / 24, array[those.email],
      case when n % 40 > 3 then now() end, case when n % 40 > 3 then 'closed' end,
      case when n % 400 = 0 then now() end, case when n % 400 = 0 then 'question' end
    from generate_series(1, 30000) n join those on those.place = 1 + n % 600`;
  await owner`insert into appointments (tenant_id, document_id, crew_id, state, starts_at, ends_at, zone)
    select tenant_id, id, ${crew}, 'confirmed', sent_at + interval '30 days', sent_at + interval '30 days 30 minutes', 'UTC'
    from documents where tenant_id = ${tenantId} and kind = 'appointment'`;
  await owner`insert into links (tenant_id, purpose, contact_id, document_id, class, channel, address, issued_at, expires_at)
    select tenant_id, 'scope-review', contact_id, id, 'single-use', 'email', addressed_to[1], sent_at, sent_at
    from documents where tenant_id = ${tenantId}`;
  await owner`alter table events disable trigger announce`;
  await owner`insert into events (tenant_id, kind, actor, actor_name, contact_id, document_id)
    select tenant_id, happened, 'member', 'Sam Reyes', contact_id, id
    from documents, unnest(array['document.created', 'link.issued']) happened where tenant_id = ${tenantId}`;
  await owner`alter table events enable trigger announce`;
}

/** How often each of these tables was read from one end to the other; what a connection counted is told as it ends. */
async function readWhole() {
  await disconnect();
  connect(database.appUrl, 5);
  const rows = await database.owner<{ name: string; scans: string }[]>`
    select relname as name, seq_scan as scans from pg_stat_user_tables
    where relname in ('documents', 'links', 'events') order by relname`;
  return rows.map(({ name, scans }) => `${name} ${scans}`);
}

test("what a page or a job reads of a busy shop is found by its indexes, never by reading everything", async () => {
  await aBusyShop();
  const id = await makeDocument(database.owner, readwell, "contract");
  await makeDocument(database.owner, readwell, "appointment");
  await closePastAppointments();
  await database.owner`analyze`;
  const [ellen, now] = [ellenOf(readwell), new Date()];
  const looks: Record<string, () => Promise<unknown>> = {
    "the portal’s home": () => readPortalHome(ellen, { now }),
    "the portal’s parts": () => readParts(ellen),
    "a client’s list": () => listForClient(ellen, { kinds: kindsOfDocument, now }),
    "a client’s appointments": () => listAppointments(ellen, { now }),
    "what waits for the office": () => readLane(sam, "needs-you"),
    "a project’s documents": () => listDocuments(sam, { projectId: readwell.kitchen, now }),
    "a project’s history": () => readHistory(sam, { projectId: readwell.kitchen }, now),
    "a document’s history": () => readHistory(sam, { documentId: id }, now),
    "a document’s links": () => readLinks(sam, { documentId: id }, { now, zone: "UTC", locale: "en-US" }),
    "the reminders to come": () => readReminders(sam, now),
    "what has taken place": () => closePastAppointments(),
  };
  for (const [name, look] of Object.entries(looks)) {
    const before = await readWhole();
    await look();
    expect(await readWhole(), name).toEqual(before);
  }
}, 180_000);
