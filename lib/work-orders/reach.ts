import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Channel, wayTo } from "./views";
import type { WorkOrder } from "./work-order";

type Contractor = typeof contacts.$inferSelect;

/** Somebody who can be sent a job, and where it reaches them. */
export type Reached = { contractor: Contractor; channel: Channel; address: string };

/** Finds where a contractor is reached by a channel. Refuses an unknown or inactive one, and a channel without an address. */
export async function reach(
  tx: Tx,
  contractorId: string | null,
  channel: Channel,
): Promise<Outcome<Reached>> {
  if (!contractorId)
    return refuse("not-found", { field: "contractorId", sentence: "Choose a contractor first." });
  const [contractor] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, contractorId), eq(contacts.kind, "contractor")));
  if (!contractor) return refuse("not-found", { field: "contractorId" });
  if (!contractor.active) return refuse("contact-inactive", { field: "contractorId" });
  const address = channel === "email" ? contractor.email : contractor.phone;
  return address ? done({ contractor, channel, address }) : refuse("no-address", { field: "channel" });
}

/** The way by which whoever has the job was last sent something; a link that was copied went by none that we know. */
export async function usualWay(tx: Tx, order: WorkOrder, contractor: Contractor): Promise<Channel> {
  const [last] = await tx
    .select({ channel: sql<Channel>`${links.channel}` })
    .from(links)
    .where(
      and(
        eq(links.workOrderId, order.id),
        eq(links.contactId, contractor.id),
        eq(links.purpose, "dispatch"),
        ne(links.channel, "copy"),
      ),
    )
    .orderBy(desc(links.issuedAt))
    .limit(1);
  return wayTo(contractor, last?.channel);
}
