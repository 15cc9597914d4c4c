import { and, eq, exists, gt, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { dayAndClock, zoneWords } from "@/lib/dates";
import type { BankToClientFacts, BankToOfficeFacts } from "@/lib/delivery/messages/facts";
import { queueMessages } from "@/lib/delivery/queue-message";
import { addressesOf, nameAt } from "@/lib/links/send";
import type { Gone } from "./who-may";

/**
 * Who hears of a change of bank details. No message ever carries one of the numbers, nor the words that stand for them:
 * they stand in the portal alone, so whoever sends them by mail is somebody else.
 */

type Tenant = typeof tenants.$inferSelect;

/** Writes to every other active member of the office what one of them did, by e-mail; `when` is when it takes effect. */
export const tellOffice = (
  tx: Tx,
  { actor: { memberId, name } }: StaffScope,
  { what, when }: { what: Exclude<BankToOfficeFacts["what"], "lapsed">; when: Date | null },
): Promise<void> => tellMembers(tx, { butFor: ne(members.id, memberId), person: name, what, when });

/** Writes to every active member that confirmed details did not take effect, and who is gone of the two who set them. */
export const tellOfficeOfLapse = (tx: Tx, { name }: Gone): Promise<void> =>
  tellMembers(tx, { person: name, what: "lapsed", when: null });

type Told = Pick<BankToOfficeFacts, "person" | "what"> & { when: Date | null; butFor?: SQL };

async function tellMembers(tx: Tx, { butFor, person, what, when }: Told): Promise<void> {
  const tenant = await readTenant(tx);
  const told = await tx
    .select()
    .from(members)
    .where(and(eq(members.active, true), butFor));
  const detail = { ...lookOf(tenant), person, what, when: when && whenWords(when, tenant) };
  await queueMessages(
    tx,
    told.map(({ id, email }) => ({
      tenantId: tenant.id,
      kind: "bank-details-to-office",
      channel: "email",
      address: email,
      memberId: id,
      detail,
    })),
  );
}

/**
 * Writes to every client with an invoice that is still to be paid, or was when the change was confirmed, and so was told of
 * it before: to both people, at each address of theirs. Of the first account that the business names nothing is said to change.
 */
export async function tellClients(
  tx: Tx,
  { id, confirmedAt, takesEffectAt }: typeof bankDetails.$inferSelect,
  happened: "coming" | "in-force" | "withdrawn",
): Promise<void> {
  if (!confirmedAt || !takesEffectAt) throw new Error("These bank details were never confirmed.");
  const tenant = await readTenant(tx);
  const when = whenWords(takesEffectAt, tenant);
  const what: BankToClientFacts["what"] = (await areFirst(tx, id)) ? `first-${happened}` : happened;
  const everybody = (await whoPays(tx, confirmedAt)).flatMap((contact) =>
    addressesOf(contact).map((address) => ({ contact, address })),
  );
  const oncePerAddress = [...new Map(everybody.map((each) => [each.address, each])).values()];
  await queueMessages(
    tx,
    oncePerAddress.map(({ contact, address }) => ({
      tenantId: tenant.id,
      kind: "bank-details-to-client",
      channel: address.includes("@") ? "email" : "sms",
      address,
      contactId: contact.id,
      detail: { ...lookOf(tenant), person: nameAt(contact, address), what, when },
    })),
  );
}

/** Whether no others were ever in force. */
async function areFirst(tx: Tx, id: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: bankDetails.id })
    .from(bankDetails)
    .where(and(inArray(bankDetails.state, ["in-force", "replaced"]), ne(bankDetails.id, id)))
    .limit(1);
  return other === undefined;
}

function whoPays(tx: Tx, since: Date) {
  const invoice = tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.contactId, contacts.id),
        eq(documents.kind, "invoice"),
        isNotNull(documents.sentAt),
        or(isNull(documents.closedAt), gt(documents.closedAt, since)),
      ),
    );
  return tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.active, true), exists(invoice)))
    .orderBy(contacts.id);
}

async function readTenant(tx: Tx): Promise<Tenant> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("The business of these bank details is gone.");
  return tenant;
}

const lookOf = ({ name, logo, brandColour, phone, timeZone, locale }: Tenant) => ({
  agency: name,
  logo,
  brandColour,
  agencyPhone: phoneWords(phone),
  zone: timeZone,
  locale,
});

/** “Sun 23 Nov, 10:14, Brisbane time”: whoever reads it may be somewhere else. */
export const whenWords = (when: Date, { timeZone, locale }: Pick<Tenant, "timeZone" | "locale">) =>
  `${dayAndClock(when, timeZone, locale)}, ${zoneWords(timeZone)}`;
