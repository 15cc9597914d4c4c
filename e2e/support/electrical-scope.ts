import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/** The lines of the scopes that tests send: eight in three groups, $6,480.00 in all. */
export const electricalLines = [
  { group: "Kitchen", words: "Two 20 A small-appliance circuits", cents: 78_000 },
  { group: "Kitchen", words: "Dedicated 50 A circuit for the induction range", cents: 64_000 },
  { group: "Kitchen", words: "Under-cabinet LED lighting, 18 ft, dimmable", cents: 112_000 },
  { group: "Kitchen", words: "Six recessed lights, 4 in", cents: 108_000 },
  { group: "Rear addition", words: "Eight receptacles at code spacing", cents: 96_000 },
  { group: "Rear addition", words: "Ceiling fan box and switch. You supply the fan", cents: 32_000 },
  { group: "Rear addition", words: "Outlet and light outside the patio door, right side", cents: 43_000 },
  { group: "Panel", words: "60 A subpanel in the addition", cents: 115_000 },
] as const;

type Which = { tenantId: string; documentId: string; draft: boolean };

/** Gives a scope its first revision, with the lines above. */
export async function fillScope(owner: postgres.Sql, { tenantId, documentId, draft }: Which): Promise<void> {
  const sent = draft ? null : new Date();
  const of = { tenant_id: tenantId, document_id: documentId };
  await owner`insert into scope_revisions ${owner({ ...of, number: 1, sent_at: sent })}`;
  const lines = electricalLines.map(({ cents, ...line }, place) => ({
    ...{ ...of, ...line, revision: 1, key: randomUUID(), place, amount_cents: cents },
  }));
  await owner`insert into scope_lines ${owner(lines)}`;
}
