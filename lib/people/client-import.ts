import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { keptForms } from "@/db/schema/auth";
import { tenants } from "@/db/schema/tenants";
import { countryOf } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { clientsAt, lockAddresses } from "./client-addresses";
import { readClientFile, textOfFile } from "./client-file";
import { addressesIn, type PlannedRow, planRows } from "./client-plan";
import { addClients, changeClient } from "./clients";

/** A file that waits to be imported, row by row as it would be now; those with a problem come first. */
export type Preview = { id: string; rows: PlannedRow[]; ignored: string[] };

const atOnce = 500;

/**
 * Keeps a file of clients for an hour, for whoever sent it in this session, so that they can look it over first. A text
 * that was pasted counts before a file. Refuses what can’t be read as one.
 */
export async function keepImport(
  scope: StaffScope,
  { file, text }: { file?: File | undefined; text: string },
): Promise<Outcome<null>> {
  const given = text.trim() ? done(text) : await textOfFile(file ?? new File([], ""));
  if (!given.ok) return given;
  const csv = given.value;
  if (!csv.trim()) return refuse("invalid", { sentence: "Choose a CSV file, or paste its rows." });
  const read = readClientFile(csv);
  if (!read.ok) return read;
  return inTenant(scope, async (tx) => {
    await tx.delete(keptForms).where(isImportOf(scope));
    await tx.insert(keptForms).values({ holder: scope.actor.sessionId, problem: "", sent: { csv } });
    return done(null);
  });
}

/** The file that this member sent last in this session, within the hour; undefined when there is none. */
export async function readImport(scope: StaffScope): Promise<Preview | undefined> {
  return inTenant(scope, async (tx) => {
    const planned = await planOf(tx, scope);
    if (!planned) return undefined;
    const isProblem = ({ kind }: PlannedRow) => (kind === "problem" ? 0 : 1);
    return { ...planned, rows: planned.rows.toSorted((one, other) => isProblem(one) - isProblem(other)) };
  });
}

/**
 * Imports what is good of a file that was looked over: new clients, none of them with the portal open, and the changes to
 * those who are known. Doing it again changes nothing. Refuses a file that is kept no more.
 */
export async function importClients(
  scope: StaffScope,
  { id }: { id: string },
): Promise<Outcome<{ added: number; changed: number }>> {
  return inTenant(scope, async (tx) => {
    await lockAddresses(tx);
    const planned = await planOf(tx, scope);
    if (planned?.id !== id) return refuse("not-found", { sentence: keptNoMore });
    const added = planned.rows.flatMap((row) => (row.kind === "new" ? [row.people] : []));
    const changes = planned.rows.flatMap((row) => (row.kind === "changes" ? [row] : []));
    for (let first = 0; first < added.length; first += atOnce)
      await addClients(tx, scope, added.slice(first, first + atOnce));
    for (const { id: clientId, change } of changes) await changeClient(tx, scope, clientId, change);
    return done({ added: added.length, changed: changes.length });
  });
}

const keptNoMore = "A file is kept for an hour, and this one is gone. Choose it again.";

async function planOf(tx: Tx, scope: StaffScope): Promise<Preview | undefined> {
  const [kept] = await tx
    .select({ id: keptForms.id, csv: sql<string>`${keptForms.sent}->>'csv'` })
    .from(keptForms)
    .where(and(isImportOf(scope), sql`${keptForms.createdAt} > now() - interval '1 hour'`))
    .orderBy(desc(keptForms.createdAt))
    .limit(1);
  if (!kept) return undefined;
  const read = readClientFile(kept.csv);
  if (!read.ok) return undefined;
  const { rows, ignored } = read.value;
  const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
  const country = tenant && countryOf(tenant.locale);
  const known = await clientsAt(tx, addressesIn(rows, country));
  return { id: kept.id, rows: planRows(rows, known, country), ignored };
}

const isImportOf = ({ actor }: StaffScope) =>
  and(eq(keptForms.holder, actor.sessionId), sql`${keptForms.sent} ? 'csv'`);
