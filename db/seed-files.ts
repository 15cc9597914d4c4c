import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { files } from "./schema/storage";
import { workOrderPhotos, type workOrders } from "./schema/work-orders";
import type { SeedTx } from "./seed";
import { type PictureSet, storyPictures } from "./seed-pictures";

type Order = typeof workOrders.$inferSelect;
type StoredFile = {
  name: string;
  contentType: "image/jpeg" | "application/pdf";
  content: Buffer;
  width?: number;
  height?: number;
};

/** The pictures that the office put on the order. */
export async function seedPhotos(tx: SeedTx, order: Order, set: PictureSet, filesDir: string): Promise<void> {
  for (const { caption, content } of await storyPictures(set)) {
    const fileId = await storeFile(tx, order.tenantId, filesDir, {
      name: `${caption}.jpg`,
      contentType: "image/jpeg",
      content,
      width: 800,
      height: 800,
    });
    await tx
      .insert(workOrderPhotos)
      .values({ tenantId: order.tenantId, workOrderId: order.id, fileId, caption });
  }
}

type Billed = { number: string; amountCents: number; note: string; company: string };

/** A one-page PDF that says what the invoice says. */
export function seedInvoiceFile(tx: SeedTx, order: Order, billed: Billed, filesDir: string): Promise<string> {
  const lines = [
    billed.company,
    `Invoice ${billed.number}`,
    order.title,
    billed.note,
    `Total $${(billed.amountCents / 100).toFixed(2)} inc GST`,
  ];
  return storeFile(tx, order.tenantId, filesDir, {
    name: `${billed.number}.pdf`,
    contentType: "application/pdf",
    content: onePagePdf(lines),
  });
}

/** Keeps a file as the disk storage does; answers with its id. */
export async function storeFile(
  tx: SeedTx,
  tenantId: string,
  filesDir: string,
  file: StoredFile,
): Promise<string> {
  const { content, ...named } = file;
  const key = `${tenantId}/${randomUUID()}`;
  await mkdir(dirname(join(filesDir, key)), { recursive: true });
  await writeFile(join(filesDir, key), content, { mode: 0o600 });
  const [row] = await tx
    .insert(files)
    .values({
      ...named,
      tenantId,
      key,
      size: content.length,
      sha256: createHash("sha256").update(content).digest(),
    })
    .returning({ id: files.id });
  return row?.id ?? "";
}

/** A PDF of one page with these lines on it. */
export function onePagePdf(lines: string[]): Buffer {
  const shown = lines.map((line) => line.replace(/[^\x20-\x7e]/g, "'").replace(/[()\\]/g, "\\$&"));
  const stream = `BT /F1 16 Tf 72 770 Td 26 TL ${shown.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let pdf = "%PDF-1.4\n";
  const offsets = objects.map((body, place) => {
    const offset = pdf.length;
    pdf += `${place + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`,
  );
}
