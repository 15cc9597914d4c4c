import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { itemView } from "./for-client";
import { readItems } from "./sheet";
import type { OfficeSheet } from "./views";

/** A sheet as the office writes it, and as it reads what was chosen. */
export async function readOfficeSheet(
  scope: StaffScope,
  documentId: string,
  now: Date,
): Promise<OfficeSheet> {
  return inTenant(scope, async (tx) => {
    const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
    const [tenant] = await tx.select().from(tenants);
    if (!document || !tenant) throw new Error("A sheet that was there is gone.");
    const { timeZone: zone, locale, currency } = tenant;
    const items = await readItems(tx, document);
    return {
      items: items.map((item) => ({ ...itemView(item, { zone, locale, now }), dueOn: item.dueOn })),
      money: { currency, locale },
    };
  });
}
