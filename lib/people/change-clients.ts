import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { endSessionsOf } from "@/lib/auth/session-list";
import { type Happening, type HappeningKind, record } from "@/lib/events/record";
import { retireAddress } from "@/lib/links/end";
import { goneFrom } from "./client-addresses";
import { changesOf, inWords } from "./client-changes";
import type { ClientDetails, ClientPeople } from "./clients";
import type { Contact } from "./contacts";
import { keepPartner } from "./partner-name";
import { homeCountry } from "./phone";
import { closePortal } from "./portal-access";

/** A client as locked, and what shall be another than that. */
export type Turn = { before: Contact; change: Partial<ClientDetails> };

/** Adds clients whose addresses were claimed in the same transaction; none of them is invited yet. */
export async function addClients(
  tx: Tx,
  scope: StaffScope,
  people: (ClientPeople & Partial<ClientDetails>)[],
): Promise<Contact[]> {
  if (people.length === 0) return [];
  const added = await tx
    .insert(contacts)
    .values(people.map((values) => ({ ...values, kind: "client" as const })))
    .returning();
  await Promise.all(added.map((client) => tell(tx, scope, { kind: "contact.created", client })));
  return added;
}

/**
 * Changes clients who are locked and whose addresses were claimed in the same transaction, in one statement, and does what
 * follows: an inactive client is signed out, an address that is theirs no more opens nothing, a portal that closes signs
 * out whom only it let in, and a partner whose name is corrected keeps what they chose. Answers with them as they are now; what is the same already is left alone.
 */
export async function applyTurns(tx: Tx, scope: StaffScope, turns: Turn[]): Promise<Contact[]> {
  const country = await homeCountry(tx);
  const all = turns.map(({ before, change }) => {
    const told = changesOf(before, change, country);
    const version = before.version + (told.length > 0 ? 1 : 0);
    return { before, after: { ...before, ...change, version }, told };
  });
  const changed = all.filter(
    ({ before, after, told }) => told.length > 0 || after.portalAccess !== before.portalAccess,
  );
  await store(
    tx,
    changed.map(({ after }) => after),
  );
  await Promise.all(
    changed
      .filter(({ told }) => told.length > 0)
      .map(({ after, told }) =>
        tell(tx, scope, {
          kind: "contact.edited",
          client: after,
          detail: { changed: inWords(told), version: after.version },
        }),
      ),
  );
  for (const { before, after } of changed) {
    await shutOut(tx, scope, before, after);
    await keepPartner(tx, before, after);
  }
  return all.map(({ after }) => after);
}

async function store(tx: Tx, clients: Contact[]): Promise<void> {
  if (clients.length === 0) return;
  await tx.execute(sql`
    update contacts c set name = v.name, email = v.email, phone = v.phone, partner_name = v."partnerName",
      partner_email = v."partnerEmail", partner_phone = v."partnerPhone", time_zone = v."timeZone", active = v.active,
      portal_access = v."portalAccess", version = v.version
    from jsonb_to_recordset(${JSON.stringify(clients)}::text::jsonb) as v(id uuid, name text, email text, phone text,
      "partnerName" text, "partnerEmail" text, "partnerPhone" text, "timeZone" text, active boolean, "portalAccess" boolean, version integer)
    where c.id = v.id`);
}

/** Ends what let in somebody who may not come in any more: links first, as everybody locks them, then sessions. */
async function shutOut(tx: Tx, scope: StaffScope, before: Contact, after: Contact): Promise<void> {
  const gone = goneFrom(before, after);
  for (const address of gone) await retireAddress(tx, after.id, address);
  for (const address of gone) await endSessionsOf(tx, scope, after.id, { address });
  if (!after.active) await endSessionsOf(tx, scope, after.id, "all");
  if (before.portalAccess && !after.portalAccess) await closePortal(tx, scope, after);
}

type Told = { kind: HappeningKind & `contact.${string}`; client: Contact; detail?: Happening["detail"] };

function tell(
  tx: Tx,
  scope: StaffScope,
  { kind, client: { id, name, active }, detail }: Told,
): Promise<void> {
  return record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    contactId: id,
    detail: { name, active: active ? 1 : 0, ...detail },
  });
}
