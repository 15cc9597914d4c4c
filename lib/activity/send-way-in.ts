import { type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import type { StaffScope } from "@/lib/auth/scope";
import { isPartnerAt } from "@/lib/links/person";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { addressWords } from "@/lib/people/client-addresses";
import { lockClient } from "@/lib/people/lock-client";
import { sendFromOffice } from "@/lib/people/reach";

/**
 * Sends somebody who can’t get in a sign-in link to one of their addresses; who was never in is sent the invitation. Says
 * where it went. Refuses a client without portal access, and as `sendFromOffice` does.
 */
export async function sendWayIn(
  scope: StaffScope,
  { client, address }: { client: string; address: string },
): Promise<Outcome<string>> {
  return inTenant(scope, async (tx) => {
    const found = await lockClient(tx, client);
    if (!found.ok) return found;
    const contact = found.value;
    if (contact.active && !contact.portalAccess) return refuse("not-allowed-now", { sentence: noPortal });
    const purpose = (await wasIn(tx, client, address)) ? "portal-login" : "portal-invitation";
    const sent = await sendFromOffice(tx, scope, { contact, address }, { purpose });
    return sent.ok ? done(`On its way to ${addressWords(address)}.`) : sent;
  });
}

const noPortal = "Portal access is off for this client. Switch it on, which invites them too.";

/** Whether the person at that address has ever been let in, as far as it is still known: by a session, or a link they spent. */
async function wasIn(tx: Tx, client: string, address: string): Promise<boolean> {
  const theirs = (column: SQL) =>
    sql`c.id = ${client}::uuid and ${isPartnerAt(column)} = ${isPartnerAt(sql`${address}::text`)}`;
  const [row] = await tx.execute(sql`
    select 1 from sessions s join contacts c on c.id = s.contact_id where ${theirs(sql`s.address`)}
    union all
    select 1 from links l join contacts c on c.id = l.contact_id where l.spent_at is not null and ${theirs(sql`l.address`)}
    limit 1`);
  return row !== undefined;
}
