import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import type { StaffScope } from "@/lib/auth/scope";
import { tellByLink } from "@/lib/documents/tell-by-link";
import { changedMeanwhile, countChange, type Document, lockDocument, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { blankLine, occasionOf } from "./kind";
import { groupsOf, isBlank, mostLines, moved } from "./lines";
import { readPasted } from "./paste";
import { beginRevision, type Revision, readRevisions, seal, writeLines } from "./revision";
import type { DraftAct, SentDraft } from "./sent";
import type { ScopeLine } from "./views";

/** What became of a draft: it was kept, or it went out to these people. */
type Kept = { sentTo: string[] };

/**
 * Keeps the lines of a draft as their form has them, does what was tapped in it, and sends a later revision where that was
 * the tap; the first goes out with its document. Refuses a revision that was sent, a form that was filled in before
 * another's change, and to send as `seal` does or where nobody can be reached; then nothing was changed.
 */
export function saveDraft(scope: StaffScope, sent: SentDraft): Promise<Outcome<Kept>> {
  return inTenant(scope, (tx) => orUndone(tx, (inner) => save(inner, scope, sent)));
}

async function save(tx: Tx, scope: StaffScope, sent: SentDraft): Promise<Outcome<Kept>> {
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
  return isSent ? sendNext(tx, scope, document, draft) : done({ sentTo: [] });
}

const tooMany = (count: number) =>
  `A scope has at most ${mostLines} lines, and this would make ${count}. Remove some, then add more.`;

/** A later revision goes to everybody who was sent the scope before. */
async function sendNext(tx: Tx, scope: StaffScope, document: Document, draft: Revision) {
  const sealed = await seal(tx, scope, document, draft);
  if (!sealed.ok) return sealed;
  const told = await tellByLink(tx, scope, document, occasionOf(draft.number));
  return told.length > 0 ? done({ sentTo: told }) : refuse("not-allowed-now", { sentence: reachesNobody });
}

const reachesNobody =
  "It can’t reach anybody now: we send up to three links an hour to one address, and only to clients who are active. It stays a draft.";

type Locked = { document: Document; draft: Revision };

async function lockDraftRevision(
  tx: Tx,
  { id, version }: Pick<SentDraft, "id" | "version">,
): Promise<Outcome<Locked>> {
  const locked = await lockDocument(tx, id, "scope");
  if (!locked.ok) return locked;
  const document = locked.value;
  const [draft] = await readRevisions(tx, id);
  if (!draft || draft.sentAt) return refuse("not-allowed-now", { sentence: sentMeanwhile });
  return document.version === version
    ? done({ document, draft })
    : refuse("stale", { sentence: changedMeanwhile });
}

const sentMeanwhile =
  "This revision was sent, so it stays as it was sent. Write the next revision to change something.";

/** The lines as they are after the tap. */
function afterAct({ lines, act, pasted }: Pick<SentDraft, "lines" | "act" | "pasted">): Outcome<ScopeLine[]> {
  if (!act) return done(lines);
  if (act.act === "paste") return withPasted(lines, pasted);
  return done(acts[act.act](lines, act.key));
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
