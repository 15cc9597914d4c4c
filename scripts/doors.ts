import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { disconnect, gate, inTenant } from "@/db/client";
import { systemScope } from "@/lib/auth/scope";
import { listMailbox } from "@/lib/delivery/mailbox";
import { env } from "@/lib/env";
import { theSystem } from "@/lib/events/record";
import { mintForCopy } from "@/lib/links/deliver";
import { issueLink } from "@/lib/links/link";
import { sendJobLink } from "@/lib/work-orders/dispatch";
import { reach } from "@/lib/work-orders/reach";
import { lock } from "@/lib/work-orders/work-order";

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

  The inbox link opens once; in a second browser ask for one at ${APP_ORIGIN}/sign-in as priya@fernleigh.example: it comes to the mailbox.
  The client’s login knows ellen@marsh.example, and (512) 555-0142, whom two shops know.
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
    settings: { linkTtlMs: { "staff-sign-in": 24 * 3_600_000 }, invoiceLinks: "standing" },
  });
  return mintForCopy(link);
}

/** The newest order that waits to be accepted: its contractor is sent the link, as by a dispatch, and the door is that link. */
async function jobDoor(): Promise<string> {
  const [order] = await gate().execute<{ id: string; tenant_id: string }>(
    sql`select id, tenant_id from work_orders where status = 'ASSIGNED' and attention is null order by number desc limit 1`,
  );
  if (!order) return `${env().APP_ORIGIN}/j/none-waits`;
  const scope = systemScope(order.tenant_id);
  const since = new Date();
  const sentTo = await inTenant(scope, async (tx) => {
    const locked = await lock(tx, order.id);
    if (!locked.ok) throw new Error("The order that waits is gone.");
    const to = await reach(tx, locked.value.contractorId, "sms");
    if (!to.ok) throw new Error("The contractor of the order that waits cannot be reached.");
    await sendJobLink(tx, scope, locked.value, { kind: "dispatch", to: to.value });
    return to.value.address;
  });
  return linkSentTo(sentTo, since);
}

/** The server's worker sends it; the mailbox is where it arrives. */
async function linkSentTo(address: string, since: Date): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const letter = (await listMailbox()).find(
      ({ to, sentAt }) => to === address && new Date(sentAt) >= since,
    );
    const link = letter?.links.find((each) => each.includes("/j/"));
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The message with the job’s link did not arrive within ten seconds.");
}

await openDoors();
await disconnect();
