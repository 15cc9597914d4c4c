import type postgres from "postgres";
import sharp from "sharp";

/** What was measured at the pool of the tests. */
const readings = [
  { name: "Free chlorine", value: "2.1", unit: "ppm", range: "1 to 3" },
  { name: "pH", value: "7.4", unit: "", range: "7.2 to 7.6" },
];

/** Gives a report a visit with two readings. */
export async function fillReport(
  owner: postgres.Sql,
  { tenantId, documentId }: { tenantId: string; documentId: string },
): Promise<void> {
  await owner`
    insert into service_reports (tenant_id, document_id, visited_at, done_by, readings)
    values (${tenantId}, ${documentId}, '2026-04-17T14:40:00Z', 'Cal Readwell', ${owner.json(readings)})`;
}

/** A photo of nothing but a colour. */
export async function photoFile(name = "pool.jpg"): Promise<File> {
  const create = { width: 60, height: 40, channels: 3, background: "#3a7ca5" } as const;
  return new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], name, { type: "image/jpeg" });
}
