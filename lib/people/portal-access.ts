import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { endSessionsOf } from "@/lib/auth/session-list";
import { record } from "@/lib/events/record";
import type { Issued } from "@/lib/links/link";
import { type Outcome, refuse } from "@/lib/outcome";
import { peopleOf } from "./client-addresses";
import type { Contact } from "./contacts";
import { type Progress, readProgress } from "./link-progress";
import { lockClient } from "./lock-client";
import { sendFromOffice } from "./reach";

/**
 * The portal was opened to a client, in the transaction that says so: the primary and the partner are each sent an
 * invitation of their own. Answers with who was not and why, which keeps the portal no less open.
 */
export async function openPortal(tx: Tx, scope: StaffScope, client: Contact): Promise<string | null> {
  await tell(tx, scope, "portal.opened", client.id);
  const notInvited: string[] = [];
  for (const { name, addresses } of peopleOf(client)) {
    const [address] = addresses;
    if (!address) continue;
    const to = { contact: client, address };
    const sent = await sendFromOffice(tx, scope, to, { purpose: "portal-invitation" });
    if (!sent.ok) notInvited.push(`${name} wasn’t invited. ${sent.detail.sentence ?? ""}`.trim());
  }
  return notInvited.join(" ") || null;
}

/** The portal was closed to a client, in the transaction that says so: what only the portal let in is signed out. */
export async function closePortal(tx: Tx, scope: StaffScope, client: Contact): Promise<void> {
  await endSessionsOf(tx, scope, client.id, "needing-portal");
  await tell(tx, scope, "portal.closed", client.id);
}

/**
 * Sends one more invitation to an address of this client; older ones stay good. Refuses while the portal is closed to
 * them, and the fourth in an hour.
 */
export async function inviteAgain(
  scope: StaffScope,
  { id, address }: { id: string; address: string },
): Promise<Outcome<Issued>> {
  return inTenant(scope, async (tx) => {
    const found = await lockClient(tx, id);
    if (!found.ok) return found;
    const contact = found.value;
    if (contact.active && !contact.portalAccess) {
      return refuse("not-allowed-now", { sentence: "Open the portal to them first. That invites them too." });
    }
    return sendFromOffice(tx, scope, { contact, address }, { purpose: "portal-invitation" });
  });
}

/** How far the invitation to each of a client's addresses has come; an address that was never invited is missing. */
export async function readInvitations(scope: StaffScope, id: string, now: Date): Promise<Progress[]> {
  return inTenant(scope, (tx) =>
    readProgress(tx, and(eq(links.contactId, id), eq(links.purpose, "portal-invitation")), now),
  );
}

function tell(tx: Tx, scope: StaffScope, kind: "portal.opened" | "portal.closed", contactId: string) {
  return record(tx, { ...doerOf(scope), tenantId: scope.tenantId, kind, contactId });
}
