import { expect, test } from "vitest";
import { connect, disconnect } from "@/db/client";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { readInvoices } from "./list";
import { readMoney, readOwed } from "./money";
import { invoicesAsked } from "./sent";

eachAtReadwell();

/** A hundred thousand invoices of six hundred clients over eight years, most of them paid, three of a hundred still open. */
async function manyYears() {
  const { tenantId } = readwell;
  const { owner } = database;
  await owner`insert into contacts (tenant_id, kind, name, email)
    select ${tenantId}, 'client', 'Client ' || n, n || '@busy.example' from generate_series(1, 600) n`;
  await owner`
    with those as (select id, row_number() over () as place from contacts where tenant_id = ${tenantId} and name like 'Client %')
    insert into documents (tenant_id, contact_id, kind, title, created_at, sent_at, due_on, closed_at, closed_as)
    select ${tenantId}, those.id, 'invoice', 'Service ' || n, now() - n * interval '42 minutes',
      case when n % 200 > 0 then now() - n * interval '42 minutes' end, current_date - n / 34 + 14,
      case when n % 100 > 3 then now() - n * interval '42 minutes' + interval '9 days' end,
      case when n % 100 > 3 then case when n % 50 = 7 then 'void' else 'paid' end end
    from generate_series(1, 100000) n join those on those.place = 1 + n % 600`;
  await owner`insert into invoices (tenant_id, document_id, currency, subtotal_cents, total_cents, serial, number, issued_on, paid_cents, paid_at)
    select tenant_id, id, 'USD', 39944, 39944, serial, 'BW-' || serial, sent_at::date,
      case when closed_as = 'paid' then 39944 else 0 end, case when closed_as = 'paid' then closed_at end
    from (select *, case when sent_at is not null then row_number() over (order by created_at) end as serial
      from documents where tenant_id = ${tenantId}) d`;
  await owner`insert into payments (tenant_id, document_id, processor, state, amount_cents, currency, contact_id, person, payer, receipt, created_at, received_at)
    select d.tenant_id, d.id, 'practice', 'received', 39944, 'USD', d.contact_id, 'primary', 'Client', 1, d.closed_at, d.closed_at
    from documents d where d.tenant_id = ${tenantId} and d.closed_as = 'paid'`;
  await owner`insert into ledger (tenant_id, document_id, payment_id, kind, amount_cents, at)
    select tenant_id, document_id, id, 'payment', amount_cents, received_at from payments where tenant_id = ${tenantId}`;
  await owner`analyze`;
}

/** How often each of these was read from one end to the other; what a connection counted is told as it ends. */
async function readWhole() {
  await disconnect();
  connect(database.appUrl, 5);
  const rows = await database.owner<{ name: string; scans: string }[]>`
    select relname as name, seq_scan as scans from pg_stat_user_tables
    where relname in ('documents', 'invoices', 'ledger', 'payments') order by relname`;
  return rows.map(({ name, scans }) => `${name} ${scans}`);
}

test("what the office reads of a hundred thousand invoices is found by indexes, never by reading everything", async () => {
  await manyYears();
  const now = new Date();
  const month = now.toISOString().slice(0, 7);
  const list = (asked: Record<string, string>) => () => readInvoices(sam, invoicesAsked.parse(asked), now);
  const [some] = (await list({})()).rows.slice(-1);
  const clientId = some?.clientId ?? "";
  const looks: Record<string, () => Promise<unknown>> = {
    "the money": () => readMoney(sam, {}, now),
    "what a client owes": () => readOwed(sam, { clientId }, now),
    "what is owed of a project": () => readOwed(sam, { projectId: readwell.kitchen }, now),
    "the first page": list({}),
    "the next page": list({ after: some?.id ?? "" }),
    "the overdue": list({ status: "overdue" }),
    "those of an age": list({ age: "31-60" }),
    "the drafts": list({ status: "draft" }),
    "the paid": list({ status: "paid" }),
    "the void": list({ status: "void" }),
    "a client’s": list({ client: clientId }),
    "those that were settled in a month": list({ settled: month }),
    "those for which money came": list({ came: `${month}-01..${month}-28` }),
  };
  for (const [name, look] of Object.entries(looks)) {
    await look();
    const before = await readWhole();
    await look();
    expect(await readWhole(), name).toEqual(before);
  }
}, 240_000);
