import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { contacts } from "@/db/schema/people";
import { selectionChoices, selectionItems, selectionOptions } from "@/db/schema/selections";
import type { Document } from "@/lib/documents/trunk";
import { type Picked, skip, type Verdict, verdictOf } from "./total";

export type Option = typeof selectionOptions.$inferSelect;
export type Choice = typeof selectionChoices.$inferSelect;

/** An item with its options in their order, and what the sheet's people chose, the primary first. */
export type Item = typeof selectionItems.$inferSelect & { options: Option[]; choices: Choice[] };

/**
 * A sheet's items in their order. What somebody chose who is no longer the client's partner is left out, be there another
 * one or none: it would keep those who are left from deciding.
 */
export async function readItems(
  tx: Tx,
  { id, contactId }: Pick<Document, "id" | "contactId">,
): Promise<Item[]> {
  const items = await tx
    .select()
    .from(selectionItems)
    .where(eq(selectionItems.documentId, id))
    .orderBy(asc(selectionItems.place));
  const options = await tx
    .select({ option: selectionOptions })
    .from(selectionOptions)
    .innerJoin(selectionItems, eq(selectionItems.id, selectionOptions.itemId))
    .where(eq(selectionItems.documentId, id))
    .orderBy(asc(selectionOptions.place));
  const choices = await tx
    .select({ choice: selectionChoices, partner: contacts.partnerName })
    .from(selectionChoices)
    .innerJoin(selectionItems, eq(selectionItems.id, selectionChoices.itemId))
    .innerJoin(contacts, eq(contacts.id, selectionChoices.contactId))
    .where(eq(selectionItems.documentId, id));
  return items.map((item) => ({
    ...item,
    options: options.flatMap(({ option }) => (option.itemId === item.id ? [option] : [])),
    choices: choices
      .filter(
        ({ choice, partner }) =>
          choice.itemId === item.id && choice.contactId === contactId && isTheirs(choice, partner),
      )
      .map(({ choice }) => choice)
      .sort((one) => (one.person === "primary" ? -1 : 1)),
  }));
}

/** Whether a choice is of somebody who still decides; `partner` is the client’s partner by name, if there is one now. */
export const isTheirs = (
  { person, name }: Pick<Choice, "person" | "name">,
  partner: string | null,
): boolean => person === "primary" || name === partner;

/** Who sent a sheet in last, by name. */
export async function whoSentIn(tx: Tx, documentId: string): Promise<string | undefined> {
  const [last] = await tx
    .select({ name: events.actorName })
    .from(events)
    .where(and(eq(events.documentId, documentId), eq(events.kind, "selections.handed-in")))
    .orderBy(desc(events.id))
    .limit(1);
  return last?.name;
}

/** What somebody decided; null where they left only a note or a photo. */
export const pickOf = ({ optionId, skipped }: Pick<Choice, "optionId" | "skipped">): Picked | null =>
  skipped ? skip : optionId;

/** What counts: once it was sent in, what was sent in; before, what the two have chosen so far. */
export function verdictOn({ state, optionId, choices }: Item): Verdict {
  return state === "pending" ? verdictOf(choices.map(pickOf)) : { state: "decided", pick: optionId ?? skip };
}

/** What an item and a pick of it are called: “Countertops: Soapstone, oiled”. */
export function choiceWords({ name, options }: Item, pick: Picked): string {
  const option = options.find(({ id }) => id === pick);
  return `${name}: ${option?.name ?? "not wanted"}`;
}
