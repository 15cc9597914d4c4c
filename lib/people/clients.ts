import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { contacts } from "@/db/schema/people";
import { keepForm } from "@/lib/auth/kept-form";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { addClients, applyTurns } from "./change-clients";
import { type Addresses, claimAddresses } from "./client-addresses";
import type { Contact } from "./contacts";
import { type Asked, type Listed, likeOf, listed, pageSize } from "./list-page";
import { lockClient } from "./lock-client";
import { readPhone } from "./phone";
import { openPortal } from "./portal-access";

export type ClientPeople = Addresses & { name: string; partnerName: string | null };
/** Where they live, where that is not the business’s own zone: no reminder comes there at night. */
type Living = { timeZone?: string | null };
export type ClientDetails = ClientPeople & Living & { active: boolean; portalAccess: boolean };

/** What the form of a known client holds, and the version that it was filled in with. */
export type ClientEdit = ClientPeople & Living & { active: boolean; version: number };

/** A client as saved; `notInvited` says who was not invited with it, and why. */
export type Saved = { client: Contact; notInvited: string | null };

/** A client as added; `told` is the id of the kept sentence that says who was not invited. */
export type Added = { client: Contact; told: string | null };

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
 * Adds a client, and invites both people where the portal is open to them. Refuses a client without an address, a number
 * that is none, an address of another client of this business, and opening the portal to one who is not active.
 */
export async function addClient(scope: StaffScope, details: ClientDetails): Promise<Outcome<Added>> {
  const saved = await addAndInvite(scope, details);
  if (!saved.ok) return saved;
  const { client, notInvited } = saved.value;
  const said = notInvited && { problem: notInvited, sent: {} };
  return done({ client, told: said && (await keepForm(scope, scope.actor.sessionId, said)) });
}

function addAndInvite(scope: StaffScope, details: ClientDetails): Promise<Outcome<Saved>> {
  return inTenant(scope, async (tx) => {
    const claimed = await claim(tx, null, details);
    if (!claimed.ok) return claimed;
    if (details.portalAccess && !details.active) return notActive();
    const [client] = await addClients(tx, scope, [claimed.value]);
    if (!client) throw new Error("A client was not stored.");
    return done({ client, notInvited: client.portalAccess ? await openPortal(tx, scope, client) : null });
  });
}

/**
 * Changes a client, and ends what let in somebody who may not come in any more. Refuses what `addClient` refuses, and a
 * form that was filled in before somebody else's change, with what they changed.
 */
export async function editClient(
  scope: StaffScope,
  id: string,
  { version, ...details }: ClientEdit,
): Promise<Outcome<Contact>> {
  return inTenant(scope, async (tx) => {
    const claimed = await claim(tx, id, details);
    if (!claimed.ok) return claimed;
    const found = await lockClient(tx, id);
    if (!found.ok) return found;
    const before = found.value;
    if (before.version !== version) return changedSince(tx, id, version);
    const [client = before] = await applyTurns(tx, scope, [{ before, change: claimed.value }]);
    return done(client);
  });
}

/** The details with numbers as they are kept and addresses that nobody else here has. */
async function claim<Details extends ClientPeople>(
  tx: Tx,
  id: string | null,
  details: Details,
): Promise<Outcome<Details>> {
  const phone = await readPhone(tx, details.phone, "phone");
  if (!phone.ok) return phone;
  const partnerPhone = await readPhone(tx, details.partnerPhone, "partnerPhone");
  if (!partnerPhone.ok) return partnerPhone;
  const values = { ...details, phone: phone.value, partnerPhone: partnerPhone.value };
  const claimed = await claimAddresses(tx, id, values);
  return claimed.ok ? done(values) : claimed;
}

async function changedSince(tx: Tx, id: string, version: number): Promise<Refusal> {
  const told = await tx
    .select({ who: events.actorName, what: sql<string>`coalesce(${events.detail}->>'changed', '')` })
    .from(events)
    .where(
      and(
        eq(events.contactId, id),
        eq(events.kind, "contact.edited"),
        gt(sql`(${events.detail}->>'version')::int`, version),
      ),
    )
    .orderBy(asc(events.id))
    .limit(10);
  const changes = told.map(({ who, what }) => `${who} changed ${what}`).join(". ") || "Somebody changed this";
  return refuse("stale", {
    sentence: `${changes}. That was while you were looking, so nothing was saved. Look it over, and save it again if it still fits.`,
  });
}

/**
 * Opens the portal to a client, which invites both people, or closes it, which signs out whom only it let in. Doing it
 * twice is doing it once. Refuses to open it to a client who is not active.
 */
export async function switchPortal(
  scope: StaffScope,
  { id, open }: { id: string; open: boolean },
): Promise<Outcome<Saved>> {
  return inTenant(scope, async (tx) => {
    const found = await lockClient(tx, id);
    if (!found.ok) return found;
    const before = found.value;
    if (before.portalAccess === open) return done({ client: before, notInvited: null });
    if (open && !before.active) return notActive();
    const [client = before] = await applyTurns(tx, scope, [{ before, change: { portalAccess: open } }]);
    return done({ client, notInvited: open ? await openPortal(tx, scope, client) : null });
  });
}

const notActive = () =>
  refuse("contact-inactive", {
    sentence:
      "This client isn’t active, so they can’t be invited. Make them active, and then open the portal.",
  });
