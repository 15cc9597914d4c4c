import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { endSessionsOf } from "@/lib/auth/session-list";
import { record } from "@/lib/events/record";
import { retireAddress } from "@/lib/links/end";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { type Addresses, claimAddresses, goneFrom } from "./client-addresses";
import type { Contact } from "./contacts";
import { type Asked, type Listed, likeOf, listed, pageSize } from "./list-page";
import { lockClient } from "./lock-client";
import { readPhone } from "./phone";
import { closePortal, openPortal } from "./portal-access";

export type ClientPeople = Addresses & { name: string; partnerName: string | null };
export type ClientDetails = ClientPeople & { active: boolean; portalAccess: boolean };

/** A client as saved; `notInvited` says why an invitation that should have gone with it did not. */
export type Saved = { client: Contact; notInvited: string | null };

/** One page of this business's clients by name, narrowed to a search of both people's names, e-mails and phones. */
export async function listClients(scope: StaffScope, asked: Asked = {}): Promise<Listed<Contact>> {
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.kind, "client"),
          holds(asked),
          asked.after
            ? sql`(${contacts.name}, ${contacts.id}) > (select c.name, c.id from contacts c where c.id = ${asked.after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(contacts.name), asc(contacts.id))
      .limit(pageSize + 1),
  );
  return listed(rows);
}

/** A phone is looked for as people write it, `0491 570 156`, though it is kept as `+61491570156`. */
function holds(asked: Asked): SQL {
  const words = sql`concat_ws(' ', ${contacts.name}, ${contacts.email}, ${contacts.partnerName}, ${contacts.partnerEmail}) ilike ${likeOf(asked)}`;
  const digits = /^[\d\s()+-]{3,}$/.test(asked.q ?? "")
    ? (asked.q ?? "").replace(/\D/g, "").replace(/^0/, "")
    : "";
  if (!digits) return words;
  return sql`(${words} or concat_ws(' ', ${contacts.phone}, ${contacts.partnerPhone}) like ${`%${digits}%`})`;
}

export async function readClient(scope: StaffScope, id: string): Promise<Outcome<Contact>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.id, id), eq(contacts.kind, "client")));
    return found ? done(found) : refuse("not-found");
  });
}

/**
 * Adds a client, or changes one. Refuses a client without an address, a number that is none, an address of another
 * client of this business, and opening the portal to one who is not active.
 */
export async function saveClient(
  scope: StaffScope,
  id: string | null,
  details: ClientDetails,
): Promise<Outcome<Saved>> {
  return inTenant(scope, async (tx) => {
    const phone = await readPhone(tx, details.phone, "phone");
    if (!phone.ok) return phone;
    const partnerPhone = await readPhone(tx, details.partnerPhone, "partnerPhone");
    if (!partnerPhone.ok) return partnerPhone;
    const values = { ...details, phone: phone.value, partnerPhone: partnerPhone.value };
    const claimed = await claimAddresses(tx, id, values);
    if (!claimed.ok) return claimed;
    if (id) return changeClient(tx, scope, id, values);
    if (values.portalAccess && !values.active) return notActive();
    const [client] = await addClients(tx, scope, [values]);
    if (!client) throw new Error("A client was not stored.");
    return done({ client, notInvited: client.portalAccess ? await openPortal(tx, scope, client) : null });
  });
}

/** Opens the portal to a client, which invites both people, or closes it, which signs out whom only it let in. */
export async function switchPortal(
  scope: StaffScope,
  { id, open }: { id: string; open: boolean },
): Promise<Outcome<Saved>> {
  return inTenant(scope, (tx) => changeClient(tx, scope, id, { portalAccess: open }));
}

/** Adds clients whose addresses were claimed in the same transaction; none of them is invited yet. */
export async function addClients(
  tx: Tx,
  scope: StaffScope,
  people: (ClientPeople & Partial<ClientDetails>)[],
): Promise<Contact[]> {
  const added = await tx
    .insert(contacts)
    .values(people.map((values) => ({ ...values, kind: "client" as const })))
    .returning();
  await Promise.all(added.map((client) => tell(tx, scope, "contact.created", client)));
  return added;
}

/**
 * Changes a client whose addresses were claimed in the same transaction, and what follows from it: an inactive client is
 * signed out, an address that is theirs no more opens nothing, and the portal opens or closes. What is the same already
 * is left alone.
 */
export async function changeClient(
  tx: Tx,
  scope: StaffScope,
  id: string,
  change: Partial<ClientDetails>,
): Promise<Outcome<Saved>> {
  const found = await lockClient(tx, id);
  if (!found.ok) return found;
  const before = found.value;
  const changed = fieldsChanged(before, change);
  if (changed.length === 0) return done({ client: before, notInvited: null });
  const opens = change.portalAccess === true && !before.portalAccess;
  if (opens && !(change.active ?? before.active)) return notActive();
  const [client] = await tx.update(contacts).set(change).where(eq(contacts.id, id)).returning();
  if (!client) throw new Error("A client that was locked is gone.");
  if (changed.some((field) => field !== "portalAccess")) await tell(tx, scope, "contact.edited", client);
  await shutOut(tx, scope, before, client);
  if (before.portalAccess && !client.portalAccess) await closePortal(tx, scope, client);
  return done({ client, notInvited: opens ? await openPortal(tx, scope, client) : null });
}

/** Ends what let in somebody who may not come in any more: links first, as everybody locks them, then sessions. */
async function shutOut(tx: Tx, scope: StaffScope, before: Contact, after: Contact): Promise<void> {
  const gone = goneFrom(before, after);
  for (const address of gone) await retireAddress(tx, after.id, address);
  for (const address of gone) await endSessionsOf(tx, scope, after.id, { address });
  if (!after.active) await endSessionsOf(tx, scope, after.id, "all");
}

/** Which of the fields given differ from what is kept. */
const fieldsChanged = (before: Contact, change: Partial<ClientDetails>): (keyof ClientDetails)[] =>
  (Object.keys(change) as (keyof ClientDetails)[]).filter((field) => change[field] !== before[field]);

const notActive = () =>
  refuse("contact-inactive", {
    sentence:
      "This client isn’t active, so they can’t be invited. Make them active, and then open the portal.",
  });

function tell(tx: Tx, scope: StaffScope, kind: "contact.created" | "contact.edited", client: Contact) {
  return record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    contactId: client.id,
    detail: { name: client.name, active: client.active ? 1 : 0 },
  });
}
