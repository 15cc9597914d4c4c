import { randomInt } from "node:crypto";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import postgres from "postgres";
import { lettersTo, letterTo, linkIn } from "./mailbox";
import { enter, signedIn } from "./sign-in";
import { type Fernleigh, insert, makeFernleigh } from "./world";

/** The contractor’s phone. */
export const phoneSize = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** An address of this test's own, as a proxy would pass it on. */
export const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

export type World = Fernleigh & {
  origin: string;
  owner: postgres.Sql;
  /** The person's address, as in the world's own business. */
  address: { priya: string; mick: string; mickPhone: string };
  /** Makes a work order that is ready to be dispatched. */
  draft: (title?: string) => Promise<{ id: string; number: number }>;
  /** A draft, dispatched to Mick by SMS as the office would; answers with the link that he gets. */
  dispatched: (title?: string) => Promise<{ id: string; number: number; link: string; token: string }>;
  /** Lets time pass for one business, Priya's unless said: whatever happened there, happened that much longer ago. */
  timePasses: (interval: string, tenantId?: string) => Promise<void>;
  /** A browser of a person's own. */
  browse: (
    options?: Parameters<import("@playwright/test").Browser["newContext"]>[0],
  ) => Promise<BrowserContext>;
};

type Fixtures = { world: World; manager: Page; phone: Page };

export const test = base.extend<Fixtures>({
  world: async ({ browser }, use) => {
    const origin = process.env.E2E_ORIGIN ?? "";
    const owner = postgres(process.env.E2E_OWNER_URL ?? "", { max: 2, onnotice: () => {} });
    const fernleigh = await makeFernleigh(owner);
    const contexts: BrowserContext[] = [];
    const browse: World["browse"] = async (options = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        ...options,
        extraHTTPHeaders: { "x-forwarded-for": someAddress(), ...options.extraHTTPHeaders },
      });
      contexts.push(context);
      return context;
    };
    const draft: World["draft"] = (title = "Hot-water unit leaking") => makeDraft(owner, fernleigh, title);
    const world: World = {
      ...fernleigh,
      origin,
      owner,
      address: {
        priya: `priya-${fernleigh.suffix}@fernleigh.example`,
        mick: `mick-${fernleigh.suffix}@harbour.example`,
        mickPhone: fernleigh.mickPhone,
      },
      browse,
      draft,
      dispatched: async (title) => dispatchByApi(world, await draft(title)),
      timePasses: (interval, tenantId = fernleigh.tenantId) => age(owner, tenantId, interval),
    };
    await use(world);
    for (const context of contexts) await context.close();
    await owner.end();
  },
  manager: async ({ world }, use) => {
    const context = await world.browse({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signIn(page, world);
    await use(page);
  },
  phone: async ({ world }, use) => {
    const context = await world.browse(phoneSize);
    await use(await context.newPage());
  },
});

/** Signs the manager in, or whoever is said, and opens the inbox. */
export async function signIn(page: Page, world: World, email?: string) {
  await enter(page.context(), world, email);
  await page.goto("/inbox");
}

async function makeDraft(owner: postgres.Sql, fernleigh: Fernleigh, title: string) {
  const [tenant] = await owner<{ number: number }[]>`
    update tenants set last_work_order_number = last_work_order_number + 1 where id = ${fernleigh.tenantId}
    returning last_work_order_number as number`;
  const number = tenant?.number ?? 0;
  const id = await insert(owner, "work_orders", {
    tenant_id: fernleigh.tenantId,
    number,
    title,
    scope: "Storage hot-water unit in the laundry is leaking at the base. Find the cause and repair.",
    trade: "Plumbing",
    property_id: fernleigh.marlowe,
    manager_id: fernleigh.priya,
    ceiling_cents: 45_000,
    currency: "AUD",
  });
  return { id, number };
}

/** Dispatches through the office's own API, in a browser session of the manager. */
async function dispatchByApi(world: World, order: { id: string; number: number }) {
  const browser = await signedIn(world);
  const known = new Set((await lettersTo(world.origin, world.address.mickPhone)).map(({ text }) => text));
  const response = await browser.request.post(`/api/v1/work-orders/${order.number}/dispatch`, {
    data: { version: 1, contractorId: world.mick, channel: "sms", ceilingCents: 45_000 },
  });
  if (!response.ok()) throw new Error(`The dispatch was refused: ${await response.text()}`);
  const [message] = await world.owner<
    { sent: boolean }[]
  >`select 1 from messages where work_order_id = ${order.id}`;
  if (!message) throw new Error("Nothing was queued.");
  const link = linkIn(
    await letterTo(
      world.origin,
      world.address.mickPhone,
      ({ text }) => text.includes("new job") && !known.has(text),
    ),
  );
  return { ...order, link, token: link.split("/").at(-1) ?? "" };
}

/** Moves every instant of one business back, and of the requests for its people's links, so that the real clock finds it older. */
async function age(owner: postgres.Sql, tenantId: string, interval: string) {
  const columns = await owner<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'timestamp with time zone' and c.is_generated = 'NEVER'
      and exists (select 1 from information_schema.columns t where t.table_schema = 'public'
        and t.table_name = c.table_name and t.column_name = 'tenant_id')`;
  for (const { table, column } of columns) {
    await owner`update ${owner(table)} set ${owner(column)} = ${owner(column)} - ${interval}::interval where tenant_id = ${tenantId}`;
  }
  await owner`
    update link_requests set asked_at = asked_at - ${interval}::interval where address_hash in (
      select sha256(convert_to(address, 'UTF8')) from (select email as address from members where tenant_id = ${tenantId}
        union all select unnest(array[email, phone, partner_email, partner_phone]) from contacts where tenant_id = ${tenantId}) known)
      or document_id in (select id from documents where tenant_id = ${tenantId})`;
}
