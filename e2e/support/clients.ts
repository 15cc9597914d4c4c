import { randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { DocumentKind } from "@/lib/links/policy";
import { fillAppointment } from "./appointments";
import { fillContract } from "./contracts";
import { fillScope } from "./electrical-scope";
import { fillInvoice } from "./invoices";
import { fillReport } from "./reports";
import { fillSheet } from "./sheets";
import { insert } from "./world";

type Client = { email?: string; phone?: string };

/** A number in Austin, of so many that no two tests get the same: one that two shops know leads to the choice between them. */
const somePhone = () => `+1512${randomInt(2_000_000, 10_000_000)}`;

/**
 * Readwell Builders with its client Ellen Marsh, her partner Tom, and their kitchen. Made by the owner's login, so that no
 * rule is in the way. Another shop may know Ellen by the same address.
 */
export async function makeReadwell(
  owner: postgres.Sql,
  { email, phone }: Client = {},
  name = "Readwell Builders",
) {
  const suffix = randomUUID().slice(0, 8);
  const [tenant] = await owner<{ id: string }[]>`
    insert into tenants (slug, name, kind, time_zone, locale, currency, tax_label, phone, email, brand_colour, logo)
    values (${`shop-${suffix}`}, ${name}, 'builder', 'America/Chicago', 'en-US', 'USD', '', '+15125550110', 'office@readwell.example',
      '#8A3A24', 'house')
    returning id`;
  const tenantId = tenant?.id ?? "";
  const sam = await insert(owner, "members", {
    tenant_id: tenantId,
    name: "Sam Reyes",
    email: `sam-${suffix}@readwell.example`,
    role: "owner",
  });
  const address = {
    ellen: email ?? `ellen-${suffix}@marsh.example`,
    ellenPhone: phone ?? somePhone(),
    tom: `tom-${suffix}@marsh.example`,
    tomPhone: somePhone(),
  };
  const ellen = await insert(owner, "contacts", {
    tenant_id: tenantId,
    kind: "client",
    name: "Ellen Marsh",
    email: address.ellen,
    phone: address.ellenPhone,
    partner_name: "Tom Marsh",
    partner_email: address.tom,
    partner_phone: address.tomPhone,
    portal_access: true,
  });
  const kitchen = await insert(owner, "projects", {
    tenant_id: tenantId,
    contact_id: ellen,
    name: "Kitchen and rear addition",
  });
  return { tenantId, sam, ellen, kitchen, address, suffix, name };
}

export type Readwell = Awaited<ReturnType<typeof makeReadwell>>;

/** A document of Ellen's, as if it had been sent to nobody that a test asks about; or one that the office still writes. */
export async function makeDocument(
  owner: postgres.Sql,
  readwell: Readwell,
  kind: DocumentKind,
  { draft = false } = {},
): Promise<string> {
  const id = await insert(owner, "documents", {
    tenant_id: readwell.tenantId,
    contact_id: readwell.ellen,
    project_id: readwell.kitchen,
    kind,
    title: "Kitchen and rear addition",
    body: "Cabinets in white oak, to the ceiling.",
    sent_at: draft ? null : new Date(),
  });
  if (kind === "contract") await fillContract(owner, id);
  if (kind === "selections") await fillSheet(owner, { tenantId: readwell.tenantId, documentId: id });
  if (kind === "appointment") await fillAppointment(owner, { tenantId: readwell.tenantId, documentId: id });
  if (kind === "service-report") await fillReport(owner, { tenantId: readwell.tenantId, documentId: id });
  if (kind === "invoice") await fillInvoice(owner, id);
  if (kind === "scope") await fillScope(owner, { tenantId: readwell.tenantId, documentId: id, draft });
  return id;
}
