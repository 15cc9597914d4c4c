import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { selectionItems, selectionOptions } from "@/db/schema/selections";
import { tenants } from "@/db/schema/tenants";
import { plainDay } from "@/lib/dates";
import type { Document, Kind } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { holdFiles } from "@/lib/storage/files";
import { type Item, readItems } from "./sheet";

/** A selection sheet beyond its trunk: items, each with its options. */
export const selectionsKind: Kind = {
  begin: async () => {},
  ready: async (tx, _scope, document) => {
    const items = await readItems(tx, document);
    const whole = isWhole(items);
    if (!whole.ok) return whole;
    if (document.answeredAs === "approved") return done({ occasion: "approved" });
    const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
    const { dueOn } = document;
    return done({ occasion: "sent", ...(dueOn && { says: { due: plainDay(dueOn, tenant?.locale) } }) });
  },
  copy: copyItems,
};

/** Whether a sheet can be chosen from: each item has a name and options, each option a name. */
function isWhole(items: Item[]): Outcome<null> {
  if (items.length === 0)
    return refuse("invalid", { sentence: "Add something to choose before you send it." });
  for (const [place, { name, options }] of items.entries()) {
    const called = name ? `“${name}”` : `Item ${place + 1}`;
    if (!name) return refuse("invalid", { sentence: `${called} has no name. Write one before you send it.` });
    if (options.length === 0)
      return refuse("invalid", { sentence: `${called} has no options. Add at least one, or remove it.` });
    if (options.some((option) => !option.name))
      return refuse("invalid", { sentence: `An option of ${called} has no name. Write one, or remove it.` });
  }
  return done(null);
}

/** Without the days by which they were asked for; the pictures are those of both sheets from then on. */
async function copyItems(tx: Tx, from: Document, to: Document): Promise<void> {
  const items = await tx
    .select()
    .from(selectionItems)
    .where(eq(selectionItems.documentId, from.id))
    .orderBy(asc(selectionItems.place));
  for (const { id, place, name, about, allowanceCents } of items) {
    const [copied] = await tx
      .insert(selectionItems)
      .values({ documentId: to.id, place, name, about, allowanceCents })
      .returning({ id: selectionItems.id });
    if (!copied) throw new Error("An item was not copied.");
    const options = await tx.select().from(selectionOptions).where(eq(selectionOptions.itemId, id));
    if (options.length === 0) continue;
    await tx.insert(selectionOptions).values(options.map((option) => copyOf(option, copied.id)));
    await holdFiles(
      tx,
      options.flatMap(({ fileId }) => fileId ?? []),
    );
  }
}

const copyOf = (
  { place, name, about, priceCents, fileId }: typeof selectionOptions.$inferSelect,
  itemId: string,
) => ({ itemId, place, name, about, priceCents, fileId });
