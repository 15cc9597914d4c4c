import { and, desc, eq, sql } from "drizzle-orm";
import type { CountryCode } from "libphonenumber-js/max";
import { inTenant, type Tx } from "@/db/client";
import { keptForms } from "@/db/schema/auth";
import type { StaffScope } from "@/lib/auth/scope";
import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { addClients, applyTurns } from "./change-clients";
import { clientsAt, lockAddresses } from "./client-addresses";
import { readClientFile, textOfFile } from "./client-file";
import { type PlannedRow, planRows } from "./client-plan";
import { addressesIn, type ReadFile, type ReadRow, readRows } from "./client-rows";
import { lockClients } from "./lock-client";
import { homeCountry } from "./phone";

/** A file that waits to be imported, row by row as it would be now; those with a problem come first. */
export type Preview = { id: string; rows: PlannedRow[]; ignored: string[]; country: CountryCode };

/** What an import has done; `isCutShort` says that something broke in the middle, and that the rest is still to do. */
export type Imported = { added: number; changed: number; isCutShort: boolean };

/** So many rows are one transaction: whoever saves a client meanwhile waits for so many, not for the whole file. */
const atOnce = 200;

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
    const kept = await readKept(tx, scope);
    if (!kept) return undefined;
    const { id, file, ignored, country } = kept;
    const rows = await planOf(tx, kept, file.rows);
    const isProblem = ({ kind }: PlannedRow) => (kind === "problem" ? 0 : 1);
    const sorted = rows.toSorted((one, other) => isProblem(one) - isProblem(other));
    return { id, rows: sorted, ignored, country };
  });
}

/**
 * Imports what is good of a file that was looked over: new clients, none of them with the portal open, and the changes to
 * those who are known; a few hundred rows at a time, each by what is kept then. Doing it again changes nothing. Refuses a
 * file that is kept no more.
 */
export async function importClients(scope: StaffScope, { id }: { id: string }): Promise<Outcome<Imported>> {
  const kept = await inTenant(scope, (tx) => readKept(tx, scope));
  if (kept?.id !== id) return refuse("not-found", { sentence: keptNoMore });
  const imported = { added: 0, changed: 0, isCutShort: false };
  const { rows } = kept.file;
  for (let first = 0; first < rows.length; first += atOnce) {
    try {
      const { added, changed } = await importSome(scope, kept, rows.slice(first, first + atOnce));
      imported.added += added;
      imported.changed += changed;
    } catch (error) {
      if (imported.added + imported.changed === 0) throw error;
      log.error({ err: error }, "an import was cut short");
      return done({ ...imported, isCutShort: true });
    }
  }
  return done(imported);
}

const keptNoMore = "A file is kept for an hour, and this one is gone. Choose it again.";

function importSome(scope: StaffScope, kept: Kept, rows: ReadRow[]) {
  return inTenant(scope, async (tx) => {
    await lockAddresses(tx);
    const planned = await planOf(tx, kept, rows);
    const added = planned.flatMap((row) => (row.kind === "new" ? [row.people] : []));
    const changes = new Map(
      planned.flatMap((row) => (row.kind === "changes" ? [[row.id, row.change] as const] : [])),
    );
    await addClients(tx, scope, added);
    const locked = await lockClients(tx, [...changes.keys()]);
    const turns = locked.map((before) => ({ before, change: changes.get(before.id) ?? {} }));
    await applyTurns(tx, scope, turns);
    return { added: added.length, changed: turns.length };
  });
}

type Kept = { id: string; file: ReadFile; ignored: string[]; country: CountryCode };

async function readKept(tx: Tx, scope: StaffScope): Promise<Kept | undefined> {
  const [kept] = await tx
    .select({ id: keptForms.id, csv: sql<string>`${keptForms.sent}->>'csv'` })
    .from(keptForms)
    .where(and(isImportOf(scope), sql`${keptForms.createdAt} > now() - interval '1 hour'`))
    .orderBy(desc(keptForms.createdAt))
    .limit(1);
  if (!kept) return undefined;
  const read = readClientFile(kept.csv);
  if (!read.ok) return undefined;
  const country = await homeCountry(tx);
  return { id: kept.id, file: readRows(read.value.rows, country), ignored: read.value.ignored, country };
}

async function planOf(tx: Tx, { file, country }: Kept, rows: ReadRow[]): Promise<PlannedRow[]> {
  return planRows(file, rows, { known: await clientsAt(tx, addressesIn(rows)), country });
}

const isImportOf = ({ actor }: StaffScope) =>
  and(eq(keptForms.holder, actor.sessionId), sql`${keptForms.sent} ? 'csv'`);
