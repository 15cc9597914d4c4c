import type postgres from "postgres";
import { insert } from "./world";

/** What a sheet of the tests asks to choose, and at which prices. */
const story = [
  {
    name: "Countertops",
    about: "42 sq ft, installed",
    allowanceCents: 420_000,
    options: { "Calder quartz, honed": 420_000, "Soapstone, oiled": 546_000, "Maple butcher block": 322_000 },
  },
  {
    name: "Backsplash",
    about: "30 sq ft, installed",
    allowanceCents: 90_000,
    options: { "White zellige": 105_050, "Painted wall": 40_000 },
  },
];

/** Fills a selection sheet with countertops and a backsplash. */
export async function fillSheet(
  owner: postgres.Sql,
  { tenantId, documentId }: { tenantId: string; documentId: string },
): Promise<void> {
  for (const [place, { options, allowanceCents, ...words }] of story.entries()) {
    const itemId = await insert(owner, "selection_items", {
      ...words,
      ...{ tenant_id: tenantId, document_id: documentId, place, allowance_cents: allowanceCents },
    });
    for (const [at, [name, priceCents]] of Object.entries(options).entries()) {
      const of = { tenant_id: tenantId, item_id: itemId };
      await insert(owner, "selection_options", { ...of, place: at, name, price_cents: priceCents });
    }
  }
}

/** The ids of a sheet's items, and of its options, by name. */
export async function idsOn(owner: postgres.Sql, documentId: string): Promise<Map<string, string>> {
  const rows = await owner<{ name: string; id: string }[]>`
    select name, id from selection_items where document_id = ${documentId}
    union all select o.name, o.id from selection_options o join selection_items i on i.id = o.item_id
    where i.document_id = ${documentId}`;
  return new Map(rows.map(({ name, id }) => [name, id]));
}
