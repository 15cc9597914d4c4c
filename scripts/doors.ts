import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { disconnect, gate, inTenant } from "@/db/client";
import { systemScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import { theSystem } from "@/lib/events/record";
import { mintForCopy } from "@/lib/links/deliver";
import { issueLink } from "@/lib/links/link";

/**
 * The demo's doors: a fresh link for the manager's inbox, one to a job that waits to be accepted, the client's login and
 * the mailbox. Prints them, and writes them as JSON that its owner alone can read.
 */
async function openDoors() {
  const { APP_ORIGIN, DATA_DIR, DATABASE_URL } = env();
  const doors = {
    inbox: await inboxDoor(),
    job: await jobDoor(),
    client: `${APP_ORIGIN}/client-login`,
    mailbox: `${APP_ORIGIN}/mailbox`,
  };
  const path = join(DATA_DIR, "demo.json");
  await writeFile(
    path,
    `${JSON.stringify({ ...doors, database: process.env.DATABASE_OWNER_URL ?? DATABASE_URL }, null, 2)}\n`,
    { mode: 0o600 },
  );
  await chmod(path, 0o600);
  console.log(`
  Manager’s inbox    ${doors.inbox}
  Contractor’s job   ${doors.job}
  Client’s login     ${doors.client}
  Mailbox            ${doors.mailbox}
`);
}

async function inboxDoor(): Promise<string> {
  const [priya] = await gate().execute<{ id: string; tenant_id: string; email: string }>(
    sql`select id, tenant_id, email from members where email = 'priya@fernleigh.example'`,
  );
  if (!priya)
    throw new Error("The demo’s manager is not in this database. Start again with: npm run demo -- --reset");
  const holder = {
    tenantId: priya.tenant_id,
    memberId: priya.id,
    contactId: null,
    channel: "copy" as const,
    address: priya.email,
  };
  const link = await issueLink(gate(), {
    purpose: "staff-sign-in",
    holder,
    by: theSystem,
    ttlSettings: { "staff-sign-in": 24 * 3_600_000 },
  });
  return mintForCopy(link.id);
}

/** The newest order that waits to be accepted, whoever has it. */
async function jobDoor(): Promise<string> {
  const [order] = await gate().execute<{ id: string; tenant_id: string; contractor_id: string }>(
    sql`select id, tenant_id, contractor_id from work_orders where status = 'ASSIGNED' and attention is null order by number desc limit 1`,
  );
  if (!order) return `${env().APP_ORIGIN}/j/none-waits`;
  const holder = {
    tenantId: order.tenant_id,
    contactId: order.contractor_id,
    memberId: null,
    channel: "copy" as const,
    address: "",
  };
  const link = await inTenant(systemScope(order.tenant_id), (tx) =>
    issueLink(tx, { purpose: "dispatch", holder, workOrderId: order.id, by: theSystem }),
  );
  return mintForCopy(link.id);
}

await openDoors();
await disconnect();
