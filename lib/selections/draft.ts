import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems, selectionOptions } from "@/db/schema/selections";
import type { StaffScope } from "@/lib/auth/scope";
import { countChange, type Document, lockDraft, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { DraftAct, SheetDraft } from "./draft-sent";
import { type Item, readItems } from "./sheet";

export const mostItems = 60;
export const mostOptions = 20;

/**
 * Keeps a draft's items and options as they were typed, and then does what was tapped: adds, moves or takes away one of them.
 * Refuses a sheet that was sent, a form that is older than another's change, and an item or option of another sheet.
 */
export async function saveSheet(scope: StaffScope, draft: SheetDraft): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDraft(tx, "selections", draft);
    if (!locked.ok) return locked;
    const items = await readItems(tx, locked.value);
    const options = items.flatMap((item) => item.options);
    const isOurs =
      draft.items.every(({ id }) => items.some((item) => item.id === id)) &&
      draft.options.every(({ id }) => options.some((option) => option.id === id));
    if (!isOurs) return refuse("not-found");
    for (const { id, ...words } of draft.items)
      await tx.update(selectionItems).set(words).where(eq(selectionItems.id, id));
    for (const { id, ...words } of draft.options)
      await tx.update(selectionOptions).set(words).where(eq(selectionOptions.id, id));
    const acted = draft.act ? await act(tx, locked.value, draft.act) : done(null);
    if (!acted.ok) return acted;
    await countChange(tx, locked.value.id);
    await tellEdit(tx, scope, locked.value);
    return locked;
  });
}

/** Done on the items as they were just written. */
async function act(tx: Tx, document: Document, { does, of }: DraftAct): Promise<Outcome<null>> {
  const items = await readItems(tx, document);
  if (does === "add-item") return addItem(tx, document, items);
  const item = items.find(({ id, options }) => id === of || options.some((option) => option.id === of));
  if (!item) return refuse("not-found");
  if (does === "add-option") return addOption(tx, item);
  const rows = item.id === of ? items : item.options;
  const table = item.id === of ? selectionItems : selectionOptions;
  if (does === "remove") {
    await tx.delete(table).where(eq(table.id, of));
    return done(null);
  }
  const from = rows.findIndex(({ id }) => id === of);
  const order = rows.map(({ id }) => id);
  order.splice(Math.max(from + (does === "up" ? -1 : 1), 0), 0, ...order.splice(from, 1));
  for (const [place, id] of order.entries()) await tx.update(table).set({ place }).where(eq(table.id, id));
  return done(null);
}

async function addItem(tx: Tx, { id }: Document, items: Item[]): Promise<Outcome<null>> {
  if (items.length >= mostItems) {
    return refuse("invalid", { sentence: `A sheet can have at most ${mostItems} items. Write another one.` });
  }
  const place = (items.at(-1)?.place ?? -1) + 1;
  await tx.insert(selectionItems).values({ documentId: id, place, name: "" });
  return done(null);
}

/** A new option costs what is allowed, until another price is written. */
async function addOption(tx: Tx, { id, options, allowanceCents }: Item): Promise<Outcome<null>> {
  if (options.length >= mostOptions) {
    return refuse("invalid", { sentence: `An item can have at most ${mostOptions} options.` });
  }
  const place = (options.at(-1)?.place ?? -1) + 1;
  await tx.insert(selectionOptions).values({ itemId: id, place, name: "", priceCents: allowanceCents });
  return done(null);
}
