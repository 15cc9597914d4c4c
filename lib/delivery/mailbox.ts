import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Attachment, Delivery, Outgoing } from "./deliver";

const letterFile = z.object({
  id: z.string(),
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  attachment: z.object({ name: z.string(), contentType: z.string(), bytes: z.number() }).optional(),
  sentAt: z.iso.datetime(),
});

/** A message in the mailbox. `links`: every address in its text, those of our own origin first. */
export type Letter = z.infer<typeof letterFile> & { links: string[] };

/**
 * Whether the mailbox may be shown to whoever sent these headers: on a loopback origin, under a loopback name. The name
 * counts because another site can point its own at this computer.
 */
export const isMailboxOpen = (headers: Headers): boolean =>
  env().loopback && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.get("host") ?? "");

const folder = () => join(env().DATA_DIR, "mailbox");

/**
 * Keeps a message as a file that only this user may read, instead of sending it. The same id again leaves the first one
 * in place and says "earlier": a new name for a whole file either works or finds the name taken.
 */
export async function dropInMailbox(outgoing: Outgoing, now: Date): Promise<Delivery> {
  const { id, channel, to, from, subject, text, html, attachment: file } = outgoing;
  const [letter, draft] = [fileOf(id), join(folder(), `.${randomUUID()}`)];
  const attachment = file && { name: file.name, contentType: file.contentType, bytes: file.content.length };
  const kept = { id, channel, to, from, subject, text, html, attachment, sentAt: now.toISOString() };
  try {
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    // Before the letter that names it: one that a retry writes again is the same.
    if (file) await writeFile(attachmentOf(id), file.content, { mode: 0o600 });
    await writeFile(draft, JSON.stringify(kept), { mode: 0o600, flag: "wx" });
    const isFirst = await takesName(draft, letter);
    return { sent: { providerId: id, arrived: isFirst ? "now" : "earlier" } };
  } catch (error) {
    log.error({ err: error }, "a message could not be kept in the mailbox");
    return { notSent: { retry: true, mayHaveArrived: false, cause: "The mailbox can’t be written to." } };
  } finally {
    // A draft that stays is no message: nobody reads it.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function takesName(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new Error("A message could not take its name in the mailbox.", { cause: error });
  }
}

/** What stands in the mailbox and was read before, by its file: a message never changes. */
let known = new Map<string, Letter>();

/** Everything in the mailbox, newest first. A file that is not a message is left out. */
export async function listMailbox(): Promise<Letter[]> {
  const names = await readdir(folder()).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(".json")).map((name) => join(folder(), name));
  const read = await Promise.all(
    files.map(async (file) => [file, known.get(file) ?? (await readLetter(file))] as const),
  );
  known = new Map(read.flatMap(([file, letter]) => (letter ? [[file, letter]] : [])));
  return [...known.values()].sort((a, b) => b.sentAt.localeCompare(a.sentAt) || a.id.localeCompare(b.id));
}

/** One message of the mailbox by its id; undefined when there is none. */
export const findLetter = (id: string): Promise<Letter | undefined> =>
  isName(id) ? readLetter(fileOf(id)) : Promise.resolve(undefined);

/** What goes with one letter, with its content; undefined where nothing does. */
export async function findAttachment(id: string): Promise<Attachment | undefined> {
  const { attachment } = (await findLetter(id)) ?? {};
  return attachment && { ...attachment, content: await readFile(attachmentOf(id)) };
}

async function readLetter(file: string): Promise<Letter | undefined> {
  try {
    const read = letterFile.parse(JSON.parse(await readFile(file, "utf8")));
    return { ...read, links: linksIn(read.text) };
  } catch {
    return undefined;
  }
}

function linksIn(text: string): string[] {
  const found = new Set(text.match(/https?:\/\/[^\s<>"”]+/g));
  const ours = (address: string) => address.startsWith(`${env().APP_ORIGIN}/`);
  return [...found].sort((a, b) => Number(ours(b)) - Number(ours(a)));
}

const fileOf = (id: string) => join(folder(), `${nameOf(id)}.json`);
const attachmentOf = (id: string) => join(folder(), `${nameOf(id)}.attachment`);

function nameOf(id: string): string {
  if (!isName(id)) throw new Error("A message's id must be usable as a file's name.");
  return id;
}

const isName = (id: string) => /^[0-9A-Za-z-]{1,64}$/.test(id);

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
