import { eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { selectionItems, selectionOptions } from "@/db/schema/selections";
import type { StaffScope } from "@/lib/auth/scope";
import { countChange, type Document, lockDraft, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { DraftAct, SheetDraft } from "./draft-sent";
import { keepDue } from "./due";
import { leavePictures } from "./pictures";
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
    await writeItems(tx, draft.items);
    await writeOptions(tx, draft.options);
    const acted = draft.act ? await act(tx, locked.value, draft.act) : done(null);
    if (!acted.ok) return acted;
    await keepDue(tx, locked.value, items);
    await countChange(tx, locked.value.id);
    await tellEdit(tx, scope, locked.value);
    return locked;
  });
}

/** In one statement, however many there are; what is the same already is left alone. */
async function writeItems(tx: Tx, items: SheetDraft["items"]): Promise<void> {
  await tx.execute(sql`
    update selection_items i set name = v.name, about = v.about, allowance_cents = v."allowanceCents", due_on = v."dueOn"
    from jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb)
      as v(id uuid, name text, about text, "allowanceCents" bigint, "dueOn" date)
    where i.id = v.id
      and (i.name, i.about, i.allowance_cents, i.due_on) is distinct from (v.name, v.about, v."allowanceCents", v."dueOn")`);
}

async function writeOptions(tx: Tx, options: SheetDraft["options"]): Promise<void> {
  await tx.execute(sql`
    update selection_options o set name = v.name, about = v.about, price_cents = v."priceCents"
    from jsonb_to_recordset(${JSON.stringify(options)}::text::jsonb)
      as v(id uuid, name text, about text, "priceCents" bigint)
    where o.id = v.id and (o.name, o.about, o.price_cents) is distinct from (v.name, v.about, v."priceCents")`);
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
    await leavePictures(tx, item.id === of ? item.options : item.options.filter(({ id }) => id === of));
    return done(null);
  }
  const from = rows.findIndex(({ id }) => id === of);
  const order = rows.map(({ id }) => id);
  order.splice(Math.max(from + (does === "up" ? -1 : 1), 0), 0, ...order.splice(from, 1));
  await tx.execute(sql`
    update ${table} set place = v.place - 1
    from jsonb_array_elements_text(${JSON.stringify(order)}::text::jsonb) with ordinality as v(id, place)
    where ${table.id} = v.id::uuid`);
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
