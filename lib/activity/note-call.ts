import { inTenant } from "@/db/client";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome } from "@/lib/outcome";
import { lockClient } from "@/lib/people/lock-client";

/** Puts on the record that a member looked into a client’s links because they called. Refuses with "not-found". */
export async function noteCall(scope: StaffScope, client: string): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const found = await lockClient(tx, client);
    if (!found.ok) return found;
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "contact.opened-after-call",
      contactId: client,
      detail: { name: found.value.name },
    });
    return done(null);
  });
}
