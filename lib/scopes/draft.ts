import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documents } from "@/db/schema/documents";
import type { StaffScope } from "@/lib/auth/scope";
import { notPassed } from "@/lib/documents/day-passed";
import { type Did, keepUntold, type Said, tellByLink } from "@/lib/documents/tell-by-link";
import {
  changedMeanwhile,
  countChange,
  type Document,
  lockDocument,
  tell,
  tellEdit,
} from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { blankLine, occasionOf } from "./kind";
import { groupsOf, isBlank, mostLines, moved } from "./lines";
import { readPasted } from "./paste";
import { beginRevision, type Revision, readRevisions, seal, writeLines } from "./revision";
import type { DraftAct, SentDraft } from "./sent";
import type { ScopeLine } from "./views";

/**
 * Keeps the lines of a draft as their form has them, does what was tapped in it, and sends a later revision where that was
 * the tap; the first goes out with its document. Refuses a revision that was sent, a form that was filled in before
 * another's change, and to send as `seal` does, by a day that has passed, or where nobody can be reached; then nothing was
 * changed.
 */
export const saveDraft = async (scope: StaffScope, sent: SentDraft): Promise<Outcome<Said>> =>
  keepUntold(scope, await inTenant(scope, (tx) => orUndone(tx, (inner) => save(inner, scope, sent))), "Sent");

async function save(tx: Tx, scope: StaffScope, sent: SentDraft): Promise<Outcome<Did>> {
  const locked = await lockDraftRevision(tx, sent);
  if (!locked.ok) return locked;
  const { document, draft } = locked.value;
  const lines = afterAct(sent);
  if (!lines.ok) return lines;
  if (lines.value.length > mostLines) {
    return refuse("not-allowed-now", { sentence: tooMany(lines.value.length) });
  }
  await writeLines(tx, draft, lines.value);
  await countChange(tx, document.id);
  await tellEdit(tx, scope, document);
  const isSent = sent.act?.act === "send" && draft.number > 1;
  return isSent
    ? sendNext(tx, scope, { document, draft }, sent.answerBy)
    : done({ document, told: [], untold: [] });
}

const tooMany = (count: number) =>
  `A scope has at most ${mostLines} lines, and this would make ${count}. Remove some, then add more.`;

/** A later revision goes to everybody who was sent the scope before, and is to be answered by a day of its own. */
async function sendNext(
  tx: Tx,
  scope: StaffScope,
  { document, draft }: Locked,
  answerBy: string | null,
): Promise<Outcome<Did>> {
  const inTime = await notPassed(tx, answerBy, "answerBy");
  if (!inTime.ok) return inTime;
  const sealed = await seal(tx, scope, document, draft);
  if (!sealed.ok) return sealed;
  await tx.update(documents).set({ dueOn: answerBy }).where(eq(documents.id, document.id));
  const heard = await tellByLink(tx, scope, document, occasionOf(draft.number));
  if (heard.told.length === 0) return refuse("not-allowed-now", { sentence: reachesNobody });
  return done({ document, ...heard });
}

const reachesNobody =
  "It can’t reach anybody now: we send up to three links an hour to one address, and only to clients who are active. It stays a draft.";

type Draft = Pick<SentDraft, "id" | "version">;
type Locked = { document: Document; draft: Revision };

async function lockDraftRevision(tx: Tx, { id, version }: Draft): Promise<Outcome<Locked>> {
  const locked = await lockDocument(tx, id, "scope");
  if (!locked.ok) return locked;
  const document = locked.value;
  const [draft] = await readRevisions(tx, id);
  if (!draft || draft.sentAt) return refuse("not-allowed-now", { sentence: noDraft });
  return document.version === version
    ? done({ document, draft })
    : refuse("stale", { sentence: changedMeanwhile });
}

const noDraft =
  "There is no draft of it now: the revision was sent, or discarded. Write the next revision to change something.";

/** The lines as they are after the tap; where the last one was taken out, another to write in. */
function afterAct({ lines, act, pasted }: Pick<SentDraft, "lines" | "act" | "pasted">): Outcome<ScopeLine[]> {
  if (act?.act === "paste") return withPasted(lines, pasted);
  const after = act ? acts[act.act](lines, act.key) : lines;
  return done(after.length > 0 ? after : [blankLine("")]);
}

const acts: Record<Exclude<DraftAct["act"], "paste">, (lines: ScopeLine[], key: string) => ScopeLine[]> = {
  up: (lines, key) => moved(lines, key, "up"),
  down: (lines, key) => moved(lines, key, "down"),
  remove: (lines, key) => lines.filter((line) => line.key !== key),
  add: (lines, key) => lines.flatMap((line) => (line.key === key ? [line, blankLine(line.group)] : [line])),
  group: (lines) => [...lines, blankLine(newGroup(lines))],
  send: (lines) => lines,
};

/** A heading of its own, so that what stands under it is another group. */
function newGroup(lines: ScopeLine[]): string {
  const names = groupsOf(lines).map(({ name }) => name);
  if (!names.includes("New group")) return lines.length === 0 ? "" : "New group";
  const next = names.findIndex((_, place) => !names.includes(`New group ${place + 2}`));
  return `New group ${next + 2}`;
}

/** Pasted lines come last, and what nobody has written yet makes room for them. */
function withPasted(lines: ScopeLine[], pasted: string): Outcome<ScopeLine[]> {
  const written = lines.filter((line) => !isBlank(line));
  const read = readPasted(pasted, lines.at(-1)?.group ?? "");
  if (!read.ok) return read;
  return done([...written, ...read.value.map((line) => ({ ...blankLine(""), ...line }))]);
}

/** Begins the next revision, or goes on with the one that is begun. Refuses as `beginRevision` does. */
export function reviseScope(
  scope: StaffScope,
  { documentId }: { documentId: string },
): Promise<Outcome<Revision>> {
  return inTenant(scope, (tx) => beginRevision(tx, scope, documentId));
}

/**
 * Discards a revision that was begun, with all that was written in it: what was sent stands as before. Refuses as saving it
 * does, and the first revision, which goes with its document.
 */
export function discardRevision(scope: StaffScope, which: Draft): Promise<Outcome<Revision>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDraftRevision(tx, which);
    if (!locked.ok) return locked;
    const { document, draft } = locked.value;
    if (draft.number === 1) return refuse("not-allowed-now", { sentence: isFirst });
    await writeLines(tx, draft, []);
    await countChange(tx, document.id);
    await tell(tx, scope, { kind: "scope.discarded", document, detail: { revision: draft.number } });
    return done(draft);
  });
}

const isFirst = "Nobody was sent this scope yet. Close it, if it isn’t needed.";
