import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import { dayIn, plainDay, shortDay } from "@/lib/dates";
import { firstName } from "@/lib/work-orders/order-view";
import { type Item, pickOf, readItems, verdictOn, whoSentIn } from "./sheet";
import type { ChoiceView, ClientItem, ClientSheet, ItemView } from "./views";

/** Whose days count, and in whose words. */
type Place = { zone: string; locale: string; now: Date };

/**
 * A sheet as one of its two people sees it, with what the other one chose; late by the days where they live. It was found to
 * be theirs already.
 */
export async function readClientSheet(
  scope: DocumentScope,
  documentId: string,
  now: Date,
): Promise<ClientSheet> {
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select({ document: documents, contact: contacts, member: members.name, works: members.active })
      .from(documents)
      .innerJoin(contacts, eq(contacts.id, documents.contactId))
      .leftJoin(members, eq(members.id, documents.memberId))
      .where(eq(documents.id, documentId));
    const [tenant] = await tx.select().from(tenants);
    if (!found || !tenant) throw new Error("A sheet that was there is gone.");
    const { document, contact, member, works } = found;
    const { timeZone, locale, currency, name: shop } = tenant;
    const items = await readItems(tx, document);
    const place = { zone: contact.timeZone ?? timeZone, locale, now };
    const by = await whoSentIn(tx, documentId);
    const other = scope.actor.person === "partner" ? contact.name : contact.partnerName;
    return {
      id: documentId,
      items: items.map((item) => clientItem(item, scope, place)),
      reader: member && works ? firstName(member) : shop,
      other: other && firstName(other),
      money: { currency, locale },
      ...dueOf(items, document.dueOn, place),
      answered: document.answeredAt && {
        as: document.answeredAs === "approved" ? "approved" : "chosen",
        on: shortDay(document.answeredAt, timeZone, locale),
      },
      sentInBy: by === undefined ? null : by === scope.actor.name ? "You" : firstName(by),
    };
  });
}

/** By when it is asked for; late while something of it is not decided. */
function dueOf(items: Item[], dueOn: string | null, place: Place) {
  const isOpen = items.some((item) => verdictOn(item).state !== "decided");
  return { due: dueOn && plainDay(dueOn, place.locale), isLate: isOpen && isPast(dueOn, place) };
}

function clientItem(item: Item, { actor }: DocumentScope, place: Place): ClientItem {
  const of = (isMine: boolean) => item.choices.find(({ person }) => (person === actor.person) === isMine);
  const [mine, theirs] = [of(true), of(false)];
  return {
    ...itemView(item, place),
    mine: mine ? choiceView(mine) : null,
    theirs: theirs ? choiceView(theirs) : null,
  };
}

/** An item as everybody sees it, in the words of its business. */
export function itemView(item: Item, place: Place): ItemView {
  const { id, name, about, allowanceCents, dueOn, state, returned, options, choices } = item;
  const verdict = verdictOn(item);
  return {
    ...{ id, name, about, allowanceCents, state, returned, verdict },
    due: dueOn && plainDay(dueOn, place.locale),
    isLate: verdict.state !== "decided" && isPast(dueOn, place),
    options: options.map(({ fileId, ...option }) => ({
      id: option.id,
      name: option.name,
      about: option.about,
      priceCents: option.priceCents,
      pictureId: fileId,
    })),
    choices: choices.map(choiceView),
  };
}

const choiceView = (choice: Item["choices"][number]): ChoiceView => ({
  name: firstName(choice.name),
  pick: pickOf(choice),
  note: choice.note,
  photoId: choice.fileId,
});

/** A day that is asked for lasts to its end, where whoever reads it is. */
const isPast = (day: string | null, { zone, now }: Place): boolean => day !== null && dayIn(now, zone) > day;
