import type postgres from "postgres";
import {
  type AtDocument,
  type ClientScope,
  type ContractorScope,
  type StaffScope,
  scopeOf,
} from "@/lib/auth/scope";
import { dispatchWorkOrder } from "@/lib/work-orders/dispatch";
import { createWorkOrder, type WorkOrder } from "@/lib/work-orders/work-order";
import type { Readwell } from "./clients";
import type { Fernleigh } from "./world";

/** Priya, as the gate of the office lets her in. */
export const priyaOf = ({ tenantId, priya }: Fernleigh) => ownerOf(tenantId, priya, "Priya Nair");

/** Sam of the builders, as the gate of the office lets him in. */
export const samOf = ({ tenantId, sam }: Readwell) => ownerOf(tenantId, sam, "Sam Reyes");

function ownerOf(tenantId: string, memberId: string, name: string): StaffScope {
  const sessionId = "00000000-0000-4000-8000-000000000000";
  return scopeOf(tenantId, { kind: "member", memberId, name, role: "owner", sessionId });
}

/** Ellen, as the gate of the portal lets her in. */
export const ellenOf = ({ tenantId, ellen, address }: Readwell) =>
  clientOf(tenantId, { contactId: ellen, person: "primary", name: "Ellen Marsh", address: address.ellen });

/** Her partner Tom, who acts for himself. */
export const tomOf = ({ tenantId, ellen, address }: Readwell) =>
  clientOf(tenantId, { contactId: ellen, person: "partner", name: "Tom Marsh", address: address.tom });

function clientOf(
  tenantId: string,
  who: Pick<ClientScope["actor"], "contactId" | "person" | "name" | "address">,
): ClientScope {
  const sessionId = "00000000-0000-4000-8000-000000000001";
  return scopeOf(tenantId, { kind: "client", ...who, portal: true, officeSawLink: false, sessionId });
}

/** The same at one document, as the gate of its forms lets them in. */
export const atDocument = (scope: ClientScope, documentId: string): AtDocument => ({ ...scope, documentId });

/** An order of Priya's that was dispatched to Mick, and Mick as its link lets him in. */
export async function dispatchedJob(
  fernleigh: Fernleigh,
  owner: postgres.Sql,
  { ceilingCents = 45_000 as number | null, channel = "sms" as "sms" | "email" } = {},
): Promise<{ order: WorkOrder; mick: ContractorScope }> {
  const priya = priyaOf(fernleigh);
  const drafted = await createWorkOrder(priya, {
    title: "Hot-water unit leaking",
    scope: "Find the cause and repair.",
    trade: "Plumbing",
    propertyId: fernleigh.marlowe,
    ceilingCents,
  });
  if (!drafted.ok) throw new Error(drafted.reason);
  const { id: orderId, version } = drafted.value;
  const dispatched = await dispatchWorkOrder(priya, {
    orderId,
    version,
    contractorId: fernleigh.mick,
    channel,
    ceilingCents,
  });
  if (!dispatched.ok) throw new Error(dispatched.reason);
  return { order: dispatched.value, mick: await byNewestLink(owner, orderId) };
}

/** Which order a form was filled in for, and as of when. */
export const asRead = ({ id, version }: Pick<WorkOrder, "id" | "version">) => ({ orderId: id, version });

/** Whoever was sent the newest link of an order, as it lets them in. */
export async function byNewestLink(owner: postgres.Sql, workOrderId: string): Promise<ContractorScope> {
  const [link] = await owner<
    { id: string; tenantId: string; contactId: string; name: string; expiresAt: Date }[]
  >`
    select l.id, l.tenant_id as "tenantId", l.contact_id as "contactId", c.name, l.expires_at as "expiresAt"
    from links l join contacts c on c.id = l.contact_id
    where l.work_order_id = ${workOrderId} order by l.issued_at desc limit 1`;
  if (!link) throw new Error("Nobody was sent a link to this order.");
  const { id: linkId, contactId, name, expiresAt: linkExpiresAt } = link;
  return scopeOf(link.tenantId, { kind: "contractor", contactId, name, linkId, workOrderId, linkExpiresAt });
}
