import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { endSessionsOf } from "@/lib/auth/session-list";
import { record } from "@/lib/events/record";
import type { Issued } from "@/lib/links/link";
import { type Outcome, refuse } from "@/lib/outcome";
import type { Contact } from "./contacts";
import { type Progress, readProgress } from "./link-progress";
import { lockClient } from "./lock-client";
import { sendFromOffice } from "./reach";

/**
 * The portal was opened to a client, in the transaction that says so: the primary and the partner are each sent an
 * invitation of their own. Answers with why somebody was not, which keeps the portal no less open.
 */
export async function openPortal(tx: Tx, scope: StaffScope, client: Contact): Promise<string | null> {
  await tell(tx, scope, "portal.opened", client.id);
  let notInvited: string | null = null;
  for (const address of invitedAt(client)) {
    const sent = await sendFromOffice(
      tx,
      scope,
      { contact: client, address },
      { purpose: "portal-invitation" },
    );
    if (!sent.ok) notInvited = sent.detail.sentence ?? null;
  }
  return notInvited;
}

/** The portal was closed to a client, in the transaction that says so: what only the portal let in is signed out. */
export async function closePortal(tx: Tx, scope: StaffScope, client: Contact): Promise<void> {
  await endSessionsOf(tx, scope, client.id, "needing-portal");
  await tell(tx, scope, "portal.closed", client.id);
}

/** Where each of the two people is invited: by e-mail where there is one, else by SMS. */
const invitedAt = ({ email, phone, partnerEmail, partnerPhone }: Contact): string[] =>
  [email ?? phone, partnerEmail ?? partnerPhone].filter((address) => address !== null);

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
