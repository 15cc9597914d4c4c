import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { contacts, properties } from "./schema/people";
import { members, tenants } from "./schema/tenants";
import { seedBankDetails } from "./seed-bank";
import { seedBills } from "./seed-bills";
import { clientStories } from "./seed-client-story";
import { seedClients } from "./seed-clients";
import { storyClock } from "./seed-clock";
import { seedReadwellTeam } from "./seed-home";
import { lastSerials } from "./seed-invoice-story";
import { seedHistory, seedStory } from "./seed-orders";
import { contractors, properties as places } from "./seed-people";
import { stories } from "./seed-story";

const zone = "Australia/Sydney";

/**
 * Fills an empty database with the demo's story: one agency in the middle of a morning, and the shops that its clients
 * know. Does nothing where there is a business already, unless it is told to reset.
 *
 * @param ownerUrl a login that passes by row-level security
 * @param filesDir where the pictures are put, as the disk storage keeps them
 */
export async function seed(
  ownerUrl: string,
  filesDir: string,
  reset = false,
  now = new Date(),
): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const db = drizzle(sql);
  try {
    const [known] = await sql`select 1 from tenants limit 1`;
    if (known && !reset) return false;
    if (known) await sql.unsafe("truncate tenants, request_counts, link_requests cascade");
    await db.transaction(async (tx) => {
      const clock = storyClock(zone, now);
      const office = await seedOffice(tx);
      await seedClients(tx, { tenantId: office.tenantId, member: office.priya }, clientStories.fernleigh, {
        clock,
        filesDir,
      });
      await seedShops(tx, now, filesDir);
      for (const story of stories) await seedStory(tx, office, story, { clock, filesDir });
      await seedHistory(tx, office, clock);
      await seedBills(tx, office, filesDir);
    });
    return true;
  } finally {
    await sql.end();
  }
}

export type SeedTx = Parameters<Parameters<ReturnType<typeof drizzle>["transaction"]>[0]>[0];
export type Office = Awaited<ReturnType<typeof seedOffice>>;

async function seedOffice(tx: SeedTx) {
  const fernleigh = await business(tx, {
    slug: "fernleigh",
    name: "Fernleigh Property",
    kind: "agency",
    timeZone: zone,
    phone: "+61255504410",
    email: "office@fernleigh.example",
    brandColour: "#2D4739",
    logo: "fern",
    lastWorkOrderNumber: 2192,
  });
  const tenantId = fernleigh.id;
  const [priya] = await tx
    .insert(members)
    .values([
      {
        tenantId,
        name: "Priya Nair",
        email: "priya@fernleigh.example",
        phone: "+61255504410",
        role: "owner",
      },
      {
        tenantId,
        name: "Tom Achterberg",
        email: "tom@fernleigh.example",
        phone: "+61255504411",
        role: "manager",
      },
      {
        tenantId,
        name: "Helen Ostrowski",
        email: "helen@fernleigh.example",
        role: "viewer",
        jobTitle: "Accounts",
      },
    ])
    .returning();
  if (!priya) throw new Error("Nobody works at Fernleigh.");
  return {
    tenantId,
    priya,
    contractors: await seedContractors(tx, tenantId),
    places: await seedPlaces(tx, tenantId),
  };
}

async function business(tx: SeedTx, values: typeof tenants.$inferInsert) {
  const [made] = await tx.insert(tenants).values(values).returning();
  if (!made) throw new Error("A business was not stored.");
  return made;
}

/** The other businesses of the demo, so that nothing is built for one alone. */
async function seedShops(tx: SeedTx, now: Date, filesDir: string) {
  const american = { locale: "en-US", currency: "USD", taxLabel: "", timeZone: "America/Chicago" } as const;
  const texan = { taxName: "Sales tax", taxMilliPercent: 8250 } as const;
  const shops = [
    {
      slug: "readwell",
      name: "Readwell Builders",
      kind: "builder",
      brandColour: "#8A3A24",
      logo: "house",
      phone: "+15125550119",
      email: "office@readwell.example",
      address: "2201 Burleson Rd, Austin TX",
      invoicePrefix: "RB-0",
    },
    {
      slug: "greenline",
      name: "Greenline Lawn",
      kind: "shop",
      brandColour: "#2C6A1F",
      logo: "leaf",
      phone: "+15125550172",
      email: "hello@greenline.example",
      address: "40 Lakeline Blvd, Cedar Park TX",
      invoicePrefix: "GL-",
    },
    {
      slug: "bluewater",
      name: "Bluewater Pools",
      kind: "shop",
      brandColour: "#0A5A8C",
      logo: "wave",
      phone: "+15125550148",
      email: "hello@bluewater.example",
      address: "915 Barton Springs Rd, Austin TX",
      invoicePrefix: "BW-",
    },
  ] as const;
  for (const shop of shops) {
    const lastInvoiceNumber = lastSerials[shop.slug];
    const { id: tenantId } = await business(tx, { ...american, ...texan, ...shop, lastInvoiceNumber });
    const [sam] = await tx
      .insert(members)
      .values({
        tenantId,
        name: "Sam Reyes",
        email: `sam@${shop.slug}.example`,
        role: "owner",
        jobTitle: "Owner",
      })
      .returning();
    if (!sam) throw new Error("Nobody works at a shop.");
    if (shop.slug === "bluewater") await seedBankDetails(tx, sam);
    const clock = storyClock(american.timeZone, now);
    const team = shop.slug === "readwell" ? await seedReadwellTeam(tx, tenantId) : [];
    const member = team.at(-1) ?? sam;
    await seedClients(tx, { tenantId, member, team }, clientStories[shop.slug], { clock, filesDir });
  }
}

async function seedContractors(tx: SeedTx, tenantId: string) {
  const rows = await tx
    .insert(contacts)
    .values(
      Object.values(contractors).map((contractor) => ({
        ...contractor,
        tenantId,
        kind: "contractor" as const,
      })),
    )
    .returning();
  return new Map(Object.keys(contractors).map((key, place) => [key, row(rows, place)]));
}

async function seedPlaces(tx: SeedTx, tenantId: string) {
  const rows = await tx
    .insert(properties)
    .values(
      Object.values(places).map(({ street, suburb, postcode, occupant, phone, access }) => ({
        tenantId,
        street,
        suburb,
        postcode,
        state: "NSW",
        timeZone: zone,
        occupantName: occupant,
        occupantPhone: phone,
        accessNotes: access,
      })),
    )
    .returning();
  return new Map(Object.keys(places).map((key, place) => [key, row(rows, place)]));
}

function row<Row>(rows: Row[], place: number): Row {
  const found = rows[place];
  if (!found) throw new Error("A row of the story was not stored.");
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_OWNER_URL, DATA_DIR } = process.env;
  if (!DATABASE_OWNER_URL) throw new Error("DATABASE_OWNER_URL is missing. See .env.example.");
  await seed(DATABASE_OWNER_URL, `${DATA_DIR?.trim() || ".data"}/files`, process.argv.includes("--reset"));
}
