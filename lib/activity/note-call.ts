import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";

/** Puts on the record that a member looked into a client’s links because they called. Refuses with "not-found". */
export async function noteCall(scope: StaffScope, client: string): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const isTheirs = and(eq(contacts.id, client), eq(contacts.kind, "client"));
    const [found] = await tx.select({ name: contacts.name }).from(contacts).where(isTheirs);
    if (!found) return refuse("not-found");
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "contact.opened-after-call",
      contactId: client,
      detail: { name: found.name },
    });
    return done(null);
  });
}
