import Papa from "papaparse";
import { listInTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { rfc3339 } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { countTrail, type Happened, readTrail } from "@/lib/events/trail";
import { abouts, type Reading, trailWords } from "@/lib/events/trail-words";
import { done, type Outcome } from "@/lib/outcome";
import { readClient } from "@/lib/people/clients";
import { reference } from "@/lib/work-orders/work-order";
import { asideOf, readingOf } from "./activity";
import { type ActivityAsked, filterOf, spans } from "./asked";

/** So many rows at a time: each page takes the server a few milliseconds, and others are answered in between. */
const pageSize = 100;

const columns = ["When", "What happened", "Who or where", "Client or contractor", "Work order", "Kind"];

/**
 * Everything that the activity is narrowed to, up to now, as a CSV that spreadsheets open: UTF-8 with its mark, times with
 * their offset. It is read page by page, as fast as it is taken. That it was exported is a happening of its own, under the
 * member's name. Refuses another business's client with "not-found".
 */
export async function exportActivity(
  scope: StaffScope,
  asked: ActivityAsked,
): Promise<Outcome<ReadableStream<Uint8Array>>> {
  const client = asked.client ? await readClient(scope, asked.client) : done(null);
  if (!client.ok) return client;
  const filter = { ...filterOf(asked), before: undefined };
  return listInTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    // Read before the export is itself a happening: the later pages, which only go back from here, don't tell it either.
    const newest = await readTrail(tx, filter, pageSize);
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "activity.exported",
      contactId: asked.client ?? null,
      detail: {
        count: await countTrail(tx, filter),
        about: asked.about ? abouts[asked.about] : null,
        span: spans[asked.days],
      },
    });
    const older = (before: number) =>
      listInTenant(scope, (tx) => readTrail(tx, { ...filter, before }, pageSize));
    return done(streamOf(newest, older, readingOf(tenant)));
  });
}

/** The pages of the trail as text, each read when the one before was taken. */
function streamOf(
  newest: Happened[],
  older: (before: number) => Promise<Happened[]>,
  reading: Reading,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: Happened[] | undefined;
  return new ReadableStream({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + csvOf([columns]))),
    async pull(file) {
      const last = page?.at(-1);
      page = last ? await older(last.id) : newest;
      if (page.length > 0) file.enqueue(encoder.encode(csvOf(page.map((event) => rowOf(event, reading)))));
      if (page.length < pageSize) file.close();
    },
  });
}

function rowOf(event: Happened, reading: Reading): string[] {
  const { at, kind, contact, orderNumber } = event;
  return [
    rfc3339(at, reading.zone),
    trailWords[kind].says(event, reading),
    asideOf(event),
    contact?.name ?? "",
    orderNumber === null ? "" : reference(orderNumber),
    kind,
  ];
}

/** What a spreadsheet would take for a formula begins so: an apostrophe before it makes it a text again (ASVS 1.2.10). */
const formula = /^[=+\-@\t\r\0]/;

/** By it a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = "\ufeff";

/** Rows as lines of a CSV, each with its end. */
export const csvOf = (rows: string[][]): string =>
  `${Papa.unparse(rows, { escapeFormulae: formula, newline: "\r\n" })}\r\n`;
