import type postgres from "postgres";
import { gate, inTenant } from "@/db/client";
import { insert, makeFernleigh } from "@/e2e/support/world";
import { systemScope } from "@/lib/auth/scope";
import { theSystem } from "@/lib/events/record";
import { mintForCopy } from "@/lib/links/deliver";
import { issueLink } from "@/lib/links/link";

export type World = Awaited<ReturnType<typeof makeWorld>>;

const people = 200;
const jobs = 60;

/** A business with an office full of people and a day's jobs, each with the link that its contractor has. */
export async function makeWorld(owner: postgres.Sql) {
  const fernleigh = await makeFernleigh(owner);
  const members: string[] = [];
  for (let n = 0; n < people; n += 1) members.push(await addMember(owner, fernleigh.tenantId, n));
  const jobTokens: string[] = [];
  for (let n = 0; n < jobs; n += 1) jobTokens.push(await dispatched(owner, fernleigh, n + 1));
  await owner`analyze`;
  return { ...fernleigh, owner, members, jobTokens };
}

function addMember(owner: postgres.Sql, tenantId: string, n: number) {
  return insert(owner, "members", {
    tenant_id: tenantId,
    name: `Member ${n}`,
    email: memberAddress(n),
    role: "manager",
  });
}

export const memberAddress = (n: number) => `member-${n}@fernleigh.example`;

async function dispatched(
  owner: postgres.Sql,
  { tenantId, priya, mick, marlowe }: Awaited<ReturnType<typeof makeFernleigh>>,
  number: number,
): Promise<string> {
  const workOrderId = await insert(owner, "work_orders", {
    tenant_id: tenantId,
    number,
    title: "Hot-water unit leaking",
    scope: "Storage hot-water unit in the laundry is leaking at the base. Find the cause and repair.",
    status: "ASSIGNED",
    property_id: marlowe,
    manager_id: priya,
    contractor_id: mick,
    ceiling_cents: 45_000,
    currency: "AUD",
    dispatched_at: new Date(),
  });
  const holder = { tenantId, contactId: mick, memberId: null, channel: "copy" as const, address: "" };
  const link = await inTenant(systemScope(tenantId), (tx) =>
    issueLink(tx, { purpose: "dispatch", holder, workOrderId, by: theSystem }),
  );
  return tokenOf(await mintForCopy(link));
}

/** A sign-in link for one person of the office, as the product issues and mints it; answers with its token. */
export async function issueSignIn({ tenantId, members }: World, n: number): Promise<string> {
  const holder = {
    tenantId,
    memberId: members[n % members.length] ?? "",
    contactId: null,
    channel: "copy" as const,
    address: memberAddress(n % members.length),
  };
  const link = await issueLink(gate(), { purpose: "staff-sign-in", holder, by: theSystem });
  return tokenOf(await mintForCopy(link));
}

const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);
