import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { members, tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";

/** The business and the member who is signed in: what every office page shows at its edge. */
export async function readOffice(scope: StaffScope) {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    const [member] = await tx.select().from(members).where(eq(members.id, scope.actor.memberId));
    if (!tenant || !member) throw new Error("A session's business or member is gone.");
    return { tenant, member };
  });
}

/** Turns the single-key shortcuts of the one who asks on or off. */
export async function setSingleKeys(scope: StaffScope, on: boolean): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const changed = await tx
      .update(members)
      .set({ singleKeys: on })
      .where(eq(members.id, scope.actor.memberId))
      .returning({ id: members.id });
    return changed.length > 0 ? done(null) : refuse("not-found");
  });
}
