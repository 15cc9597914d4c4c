import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionChoices } from "@/db/schema/selections";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { type Document, lockForClient, tell } from "@/lib/documents/trunk";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { leaveFiles } from "@/lib/storage/files";
import { keepDue } from "./due";
import { tellNote } from "./note";
import { type Choice, choiceWords, type Item, pickOf, readItems } from "./sheet";
import { type Picked, skip } from "./total";

/** Where an item of a sheet stands in the portal. */
export const itemHref = (sheetId: string, itemId: string) =>
  `${documentHref("selections", sheetId)}?item=${itemId}`;

/**
 * What a person’s form says of an item: what was tapped, none where they only go on, and their note. `noted` is the note
 * that the page showed: the same again is none, so that an older page takes no newer one away.
 */
export type Chosen = {
  item: string;
  choice?: Picked | undefined;
  /** The other person’s choice, which is taken in place of `choice`. */
  take?: Picked | undefined;
  note?: string | undefined;
  noted?: string | undefined;
  next?: string | undefined;
};

/**
 * Keeps what one of the two people chose, or that they want none of it, and what they say of it, and leads to the next item.
 * The same again changes nothing, and empty words take a note away. Refuses an item or an option of another sheet, and an
 * item that is with the office.
 */
export async function choose(scope: AtDocument, { next, take, ...sent }: Chosen): Promise<Outcome<GoTo>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const kept = await keepOwn(tx, scope, locked.value, { ...sent, choice: take ?? sent.choice });
    return kept.ok ? done(new GoTo(itemHref(scope.documentId, next ?? sent.item))) : kept;
  });
}

/** In the caller’s transaction, which has locked the sheet. */
export async function keepOwn(
  tx: Tx,
  scope: AtDocument,
  document: Document,
  sent: Chosen,
): Promise<Outcome<Item>> {
  const items = await readItems(tx, document);
  const found = openIn(items, sent.item);
  if (!found.ok) return found;
  const item = found.value;
  const choice = newChoice(item, scope, sent);
  const note = newNote(item, scope, sent);
  const isThere = choice === skip || item.options.some(({ id }) => id === choice);
  if (choice !== undefined && !isThere) return refuse("not-found");
  if (choice === undefined && note === undefined) return found;
  const chosen = choice && { optionId: choice === skip ? null : choice, skipped: choice === skip };
  await writeOwn(tx, scope, item, { ...chosen, ...(note !== undefined && { note }) });
  if (choice) {
    const detail = { item: item.name, choice: choiceWords(item, choice) };
    await tell(tx, scope, { kind: "selections.chosen", document, detail });
    await keepDue(tx, document, items);
  }
  if (note) await tellNote(tx, scope, document, { item, note });
  return found;
}

const ownOf = ({ choices }: Item, { actor }: AtDocument) =>
  choices.find(({ person }) => person === actor.person);

/** The choice where it is not the one that they have; undefined where it is, or where there is none. */
function newChoice(item: Item, scope: AtDocument, { choice }: Chosen): Picked | undefined {
  const own = ownOf(item, scope);
  return own && pickOf(own) === choice ? undefined : choice;
}

/** The note where its writer changed it; undefined where it is the one that the page showed or that they have. */
export function newNote(item: Item, scope: AtDocument, { note, noted }: Partial<Chosen>): string | undefined {
  return note === noted || note === (ownOf(item, scope)?.note ?? "") ? undefined : note;
}

/**
 * Locks a sheet for one of its people, and answers with it and an item of it that may still be chosen. Refuses one of another
 * sheet, and one that was sent in.
 */
export async function lockItem(
  tx: Tx,
  scope: AtDocument,
  id: string,
): Promise<Outcome<{ document: Document; item: Item }>> {
  const locked = await lockForClient(tx, scope);
  if (!locked.ok) return locked;
  const open = openIn(await readItems(tx, locked.value), id);
  return open.ok ? done({ document: locked.value, item: open.value }) : open;
}

function openIn(items: Item[], id: string): Outcome<Item> {
  const item = items.find((each) => each.id === id);
  if (!item) return refuse("not-found");
  if (item.state === "pending") return done(item);
  return refuse("not-allowed-now", { sentence: item.state === "approved" ? approved : withOffice });
}

const withOffice =
  "This was sent in already, so nothing was changed. To choose again, ask for it to be given back.";
const approved = "This is approved, so nothing was changed. To choose again, ask for it to be given back.";

type Own = Partial<Pick<Choice, "optionId" | "skipped" | "note" | "fileId">>;

const nothing = { optionId: null, skipped: false, note: "", fileId: null };

/**
 * What this person has about an item; the rest of it stays, unless it was a partner’s before them. A photo that was there
 * and is not any more is swept, and takes their room until then.
 */
export async function writeOwn(
  tx: Tx,
  { actor }: AtDocument,
  { id, choices }: Item,
  own: Own,
): Promise<void> {
  const { contactId, person, name } = actor;
  const set = choices.some((choice) => choice.person === person) ? own : { ...nothing, ...own };
  const { tenantId, itemId, contactId: ofContact, person: ofPerson, fileId } = selectionChoices;
  const isOwn = and(eq(itemId, id), eq(ofContact, contactId), eq(ofPerson, person));
  const [before] = await tx.select({ fileId }).from(selectionChoices).where(isOwn);
  const [now] = await tx
    .insert(selectionChoices)
    .values({ itemId: id, contactId, person, name, ...set })
    .onConflictDoUpdate({
      target: [tenantId, itemId, ofContact, ofPerson],
      set: { ...set, name, chosenAt: sql`now()` },
    })
    .returning({ fileId });
  if (before?.fileId && before.fileId !== now?.fileId)
    await leaveFiles(tx, [before.fileId], { leftBy: contactId });
}
