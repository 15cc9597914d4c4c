import { listInTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { csvStream } from "@/lib/csv";
import { rfc3339 } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { countTrail, type Happened, readTrail } from "@/lib/events/trail";
import type { Reading } from "@/lib/events/trail-facts";
import { abouts, trailWords } from "@/lib/events/trail-words";
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
    const pages = async (page: Happened[] | undefined) => {
      if (!page) return newest;
      const last = page.length < pageSize ? undefined : page.at(-1);
      return last ? older(last.id) : [];
    };
    const reading = readingOf(tenant);
    return done(csvStream(columns, pages, (event) => rowOf(event, reading)));
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
