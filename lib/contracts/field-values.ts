import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import { dateInFull } from "@/lib/dates";
import type { Document } from "@/lib/documents/trunk";
import { type FieldValues, type Filled, fillIn } from "./fields";

/** A draft's text with its fields filled in, as they are now. */
export async function filledText(tx: Tx, document: Document, now: Date): Promise<Filled> {
  return fillIn(document.body.trim(), await fieldValues(tx, document, now));
}

/** What each field of a contract's text stands for, in the words of the business's own locale; "" where it is not known. */
export async function fieldValues(tx: Tx, document: Document, now: Date): Promise<FieldValues> {
  const { contactId, projectId, title, dueOn } = document;
  const [shop] = await tx.select().from(tenants);
  const [client] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
  const [project] = projectId ? await tx.select().from(projects).where(eq(projects.id, projectId)) : [];
  if (!shop || !client) throw new Error("A contract's business or client is gone.");
  const { timeZone: zone, locale } = shop;
  return {
    "client.name": client.name,
    "client.email": client.email ?? "",
    "client.phone": phoneWords(client.phone) ?? "",
    "partner.name": client.partnerName ?? "",
    "partner.email": client.partnerEmail ?? "",
    "project.name": project?.name ?? "",
    "project.place": project?.place ?? "",
    "contract.title": title,
    "contract.due": dueOn ? dateInFull(new Date(`${dueOn}T12:00:00Z`), "UTC", locale) : "",
    "shop.name": shop.name,
    "shop.address": shop.address,
    "shop.phone": phoneWords(shop.phone) ?? "",
    "shop.email": shop.email ?? "",
    today: dateInFull(now, zone, locale),
  };
}
