import { randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";

/** The people of the story, in a business of the test's own. Made by the owner's login, so that no rule is in the way. */
export async function makeFernleigh(owner: postgres.Sql) {
  const suffix = randomUUID().slice(0, 8);
  // Each business gets a number of its own to be found by.
  const mickPhone = `+6149${randomInt(1_000_000, 2_000_000)}`;
  const [tenant] = await owner<{ id: string }[]>`
    insert into tenants (slug, name, kind, time_zone, phone, email, brand_colour, logo)
    values (${`fernleigh-${suffix}`}, 'Fernleigh Property', 'agency', 'Australia/Sydney', '+61255504410', 'office@fernleigh.example', '#12493B', 'fern')
    returning id`;
  const tenantId = tenant?.id ?? "";
  const priya = await insert(owner, "members", {
    tenant_id: tenantId,
    name: "Priya Nair",
    email: `priya-${suffix}@fernleigh.example`,
    phone: "+61255504410",
    role: "owner",
  });
  const mick = await insert(owner, "contacts", {
    tenant_id: tenantId,
    kind: "contractor",
    name: "Mick Farrugia",
    company: "Harbour Plumbing",
    trade: "Plumbing",
    email: `mick-${suffix}@harbour.example`,
    phone: mickPhone,
    prefers: "sms",
  });
  const marlowe = await insert(owner, "properties", {
    tenant_id: tenantId,
    street: "14 Marlowe St",
    suburb: "Cooks Hill",
    state: "NSW",
    postcode: "2300",
    time_zone: "Australia/Sydney",
    occupant_name: "Dana Whitlock",
    occupant_phone: "+61491570158",
    access_notes: "Dana is home after 9. Side gate on the left. Dog in the yard, so ring first.",
  });
  return { tenantId, priya, mick, mickPhone, marlowe, suffix };
}

export type Fernleigh = Awaited<ReturnType<typeof makeFernleigh>>;

/** Inserts one row and answers with its id. */
export async function insert(
  owner: postgres.Sql,
  table: string,
  row: Record<string, string | number | boolean | Date | null>,
) {
  const [made] = await owner<{ id: string }[]>`insert into ${owner(table)} ${owner(row)} returning id`;
  return made?.id ?? "";
}
