import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { officeDid, tell } from "./trunk";
import type { waitsToNote } from "./views";

type Noting = { id: string; waited: (typeof waitsToNote)[number] };

/**
 * The office has seen what its client changed, or that a link or money did not get there: that waits for nobody any more. Noted
 * twice, it is noted once; whatever waits instead by then goes on waiting.
 */
export async function noteWait(scope: StaffScope, { id, waited }: Noting): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const [document] = await tx.select().from(documents).where(eq(documents.id, id)).for("no key update");
    if (!document) return refuse("not-found");
    if (document.waitsFor !== waited) return done(null);
    await officeDid(tx, id, waited);
    await tell(tx, scope, { kind: "document.put-away", document, detail: { waited } });
    return done(null);
  });
}
