import { bankDetails } from "./schema/bank";
import { members } from "./schema/tenants";
import type { SeedTx } from "./seed";

/** Where Bluewater is paid since March 2024: its owner proposed it, and its bookkeeper June confirmed it. */
export async function seedBankDetails(tx: SeedTx, owner: { id: string; tenantId: string }): Promise<void> {
  const { id: proposedBy, tenantId } = owner;
  const [june] = await tx
    .insert(members)
    .values({
      tenantId,
      name: "June Okafor",
      email: "june@bluewater.example",
      role: "manager",
      jobTitle: "Bookkeeper",
    })
    .returning();
  if (!june) throw new Error("Nobody keeps Bluewater’s books.");
  const confirmedAt = new Date("2024-03-02T16:20:00Z");
  const inForceSince = new Date("2024-03-03T16:20:00Z");
  await tx.insert(bankDetails).values({
    tenantId,
    state: "in-force",
    accountName: "Bluewater Pools LLC",
    bankName: "Barton Springs Bank",
    routing: "111000025",
    accountNumber: "004417728039",
    ...{ proposedBy, proposedAt: confirmedAt, confirmedBy: june.id, confirmedAt },
    ...{ takesEffectAt: inForceSince, inForceSince },
  });
}
