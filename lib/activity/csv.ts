import Papa from "papaparse";
import { listInTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { rfc3339 } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { type Happened, readTrail } from "@/lib/events/trail";
import { abouts, type Reading, trailWords } from "@/lib/events/trail-words";
import { done, type Outcome } from "@/lib/outcome";
import { readClient } from "@/lib/people/clients";
import { reference } from "@/lib/work-orders/work-order";
import { asideOf, readingOf } from "./activity";
import { type ActivityAsked, filterOf, spans } from "./asked";

/** The newest ones; whoever needs older ones narrows the activity first. */
const mostRows = 50_000;

const columns = ["When", "What happened", "Who or where", "Client or contractor", "Work order", "Kind"];

/**
 * Everything that the activity is narrowed to, as a CSV that spreadsheets open: UTF-8 with its mark, times with their
 * offset. That it was exported is a happening of its own, under the member's name. Refuses another business's client with
 * "not-found".
 */
export async function exportActivity(scope: StaffScope, asked: ActivityAsked): Promise<Outcome<string>> {
  const client = asked.client ? await readClient(scope, asked.client) : done(null);
  if (!client.ok) return client;
  return listInTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const happened = await readTrail(tx, { ...filterOf(asked), before: undefined }, mostRows);
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "activity.exported",
      contactId: asked.client ?? null,
      detail: {
        count: happened.length,
        about: asked.about ? abouts[asked.about] : null,
        span: spans[asked.days],
      },
    });
    const reading = readingOf(tenant);
    return done(
      csvOf(
        columns,
        happened.map((event) => rowOf(event, reading)),
      ),
    );
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

/** Rows as CSV, with the byte order mark by which a spreadsheet knows that it is UTF-8. */
export function csvOf(fields: string[], rows: string[][]): string {
  return `\ufeff${Papa.unparse({ fields, data: rows }, { escapeFormulae: formula })}`;
}
