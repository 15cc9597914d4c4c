import { join } from "node:path";
import { and, count, eq, inArray, isNotNull, lt, not, type SQL, sql, sum } from "drizzle-orm";
import { gate, inTenant, type TenantScope, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { Accepted } from "./accept";
import { diskStorage } from "./disk";
import { contentDisposition } from "./file-name";
import { newKey, type Storage } from "./port";
import { s3Storage } from "./s3";

/** A file as it is handed out: one that was kept, or one that is made as it is asked for. */
export type StoredFile = Pick<Accepted, "name" | "content"> & {
  contentType: Accepted["contentType"] | "text/calendar; charset=utf-8";
};

let chosen: Storage | undefined;

/** Where content is kept: the bucket if one is configured, else a folder of this machine. */
export function storage(): Storage {
  chosen ??= configured();
  return chosen;
}

function configured(): Storage {
  const { DATA_DIR, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return diskStorage(join(DATA_DIR, "files"));
  }
  return s3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

/**
 * Keeps a file for this tenant: the content first, then its row, so that no row lacks its content. `stagedBy` is the link
 * that sent it ahead of its form, or null if it belongs to something already.
 */
export async function keepFile(
  scope: TenantScope,
  { content, ...described }: Accepted,
  stagedBy: string | null,
): Promise<{ id: string }> {
  const key = newKey(scope.tenantId);
  await storage().put(key, content, described.contentType);
  const row = { ...described, key, size: content.length, stagedBy };
  const [kept] = await inTenant(scope, (tx) =>
    tx.insert(files).values(row).returning({ id: files.id }),
  ).catch(async (cause) => {
    await removeContent(key);
    throw cause;
  });
  if (!kept) throw new Error("A file was not kept.");
  return kept;
}

/** What one link may send ahead of its form, and for how long it waits there. */
export const mostStaged = { files: 20, bytes: 60 * 1024 * 1024 };
export const stagedHours = 24;

/** Whether one more file of `size` bytes has room ahead of its form: 20 files and 60 MB may wait at a time. */
async function roomNow(tx: Tx, stagedBy: string, size: number): Promise<Outcome<null>> {
  const [waiting] = await tx
    .select({ files: count(), bytes: sum(files.size).mapWith(Number) })
    .from(files)
    .where(eq(files.stagedBy, stagedBy));
  const full = (waiting?.files ?? 0) >= mostStaged.files;
  if (!full && (waiting?.bytes ?? 0) + size <= mostStaged.bytes) return done(null);
  return refuse("too-many-requests", {
    field: "file",
    retryAfterSeconds: stagedHours * 3600,
    sentence:
      "That’s more than this link can hold for now. Use a file that you have sent already, or try again tomorrow.",
  });
}

/** A file that waits for its form. */
type Staged = Pick<typeof files.$inferSelect, "id" | "name" | "size">;

/**
 * Keeps a file ahead of its form, as `accept` makes it; `stagedBy` is the link or the person that sent it. Its room is taken
 * before it is opened, so files that arrive at the same moment see each other. Refuses as `accept` does, and more than 20
 * files or 60 MB that wait at a time.
 */
export async function keepStaged(
  scope: TenantScope,
  file: File,
  stagedBy: string,
  accept: (file: File) => Promise<Outcome<Accepted>>,
): Promise<Outcome<Staged>> {
  const room = await takeRoom(scope, stagedBy, file.size);
  if (!room.ok) return room;
  const giveBack = () => dropStaged(scope, [room.value.id]);
  const kept = await fillRoom(scope, room.value, accept(file)).catch(async (cause) => {
    await giveBack();
    throw cause;
  });
  if (!kept.ok) await giveBack();
  return kept;
}

/** Of these files, removes those that still wait for a form, with their content: nothing took them, and their room is free. */
export async function dropStaged(scope: TenantScope, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const dropped = await inTenant(scope, (tx) =>
    tx
      .delete(files)
      .where(and(inArray(files.id, ids), isNotNull(files.stagedBy)))
      .returning({ key: files.key }),
  );
  for (const { key } of dropped) await removeContent(key);
}

type Room = { id: string; key: string };

/** A row without content, which nobody knows of yet; the sweep takes it where the server ends before it is filled. */
function takeRoom(scope: TenantScope, stagedBy: string, size: number): Promise<Outcome<Room>> {
  return inTenant(scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files ${stagedBy}`}, 0))`);
    const room = await roomNow(tx, stagedBy, size);
    if (!room.ok) return room;
    const empty = { name: "", contentType: "image/jpeg", sha256: Buffer.alloc(0) } as const;
    const [taken] = await tx
      .insert(files)
      .values({ ...empty, key: newKey(scope.tenantId), size, stagedBy })
      .returning({ id: files.id, key: files.key });
    if (!taken) throw new Error("Room for a file was not taken.");
    return done(taken);
  });
}

async function fillRoom(
  scope: TenantScope,
  { id, key }: Room,
  accepting: Promise<Outcome<Accepted>>,
): Promise<Outcome<Staged>> {
  const accepted = await accepting;
  if (!accepted.ok) return accepted;
  const { content, ...described } = accepted.value;
  await storage().put(key, content, described.contentType);
  const size = content.length;
  await inTenant(scope, (tx) =>
    tx
      .update(files)
      .set({ ...described, size })
      .where(eq(files.id, id)),
  );
  return done({ id, name: described.name, size });
}

/** A file of this tenant with its content. Anything else is "not-found". */
export async function readFileOf(scope: TenantScope, id: string): Promise<Outcome<StoredFile>> {
  const [row] = await inTenant(scope, (tx) => tx.select().from(files).where(eq(files.id, id)));
  if (!row) return refuse("not-found");
  const content = await storage().read(row.key);
  if (!content) throw new Error(`The content of the file ${id} is gone.`);
  return done({ name: row.name, contentType: row.contentType, content });
}

/** A file that goes with a message, whose tenant is known by the message’s own row; undefined where it is gone. */
export async function readFileToSend(id: string): Promise<StoredFile | undefined> {
  const [row] = await gate().select().from(files).where(eq(files.id, id));
  const content = row && (await storage().read(row.key));
  return content && { name: row.name, contentType: row.contentType, content };
}

/** The answer that hands a file out: nothing in it can run, and what is no picture is saved, never opened on our pages. */
export function fileResponse({ name, contentType, content }: StoredFile): Response {
  const isPicture = contentType.startsWith("image/");
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": contentType,
      "content-length": String(content.length),
      "content-disposition": contentDisposition(isPicture ? "inline" : "attachment", name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": isPicture ? "private, max-age=300" : "private, no-store",
    },
  });
}

/**
 * Leaves files that were let go of to the sweep, in the transaction of whoever did: their content goes some time after
 * that is committed, and never before. One that `isShown` elsewhere stays; whoever shows an old file once more calls
 * `holdFiles`. They wait in nobody’s room, or in that of `leftBy`.
 */
export async function leaveFiles(
  tx: Tx,
  ids: string[],
  { isShown = sql`false`, leftBy }: { isShown?: SQL; leftBy?: string } = {},
): Promise<void> {
  if (ids.length === 0) return;
  // Whoever comes to show one of them at this moment has a share of its row: they are waited for, and seen.
  await tx.select({ id: files.id }).from(files).where(inArray(files.id, ids)).for("update");
  await tx
    .update(files)
    .set({ stagedBy: leftBy ?? sql`${files.id}` })
    .where(and(inArray(files.id, ids), not(isShown)));
}

/** These files belong to something from now on. */
export async function holdFiles(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.update(files).set({ stagedBy: null }).where(inArray(files.id, ids));
}

/** Removes files that were sent ahead of a form which never came, and those that were let go of. Answers with how many. */
export async function sweepStagedFiles(olderThanHours: number): Promise<number> {
  const tooOld = lt(files.createdAt, sql`now() - make_interval(hours => ${olderThanHours})`);
  // The row goes first: one statement decides between this and a form that takes the file at the same moment.
  const swept = await gate()
    .delete(files)
    .where(and(isNotNull(files.stagedBy), tooOld))
    .returning({ key: files.key });
  for (const { key } of swept) await removeContent(key);
  return swept.length;
}

/** What can’t be removed is left: no row leads to it any more. */
const removeContent = (key: string) =>
  storage()
    .remove(key)
    .catch((error) => log.warn({ err: error, key }, "the content of a file that has no row is still there"));
