import { and, eq, inArray, isNull } from "drizzle-orm";
import sharp from "sharp";
import { inTenant } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { files } from "@/db/schema/storage";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type StoredFile, storage } from "@/lib/storage/files";
import { drawReport, type ReportPaper } from "./paper";
import { readReport } from "./report";

/** A report as a tagged PDF, with its photos. Refuses one that was taken back. */
export async function readReportPdf(scope: AtDocument<DocumentScope>): Promise<Outcome<StoredFile>> {
  const read = await inTenant(scope, async (tx) => {
    const open = and(eq(documents.id, scope.documentId), isNull(documents.closedAt));
    const [document] = await tx.select().from(documents).where(open);
    const [tenant] = await tx.select().from(tenants);
    return document && tenant && { document, tenant };
  });
  if (!read) return refuse("not-found");
  const { document, tenant } = read;
  const { photos, ...report } = await readReport(scope, document.id);
  const pictures = await readPictures(
    scope,
    photos.map(({ fileId }) => fileId),
  );
  const paper: ReportPaper = {
    ...{ shop: tenant, title: document.title, body: document.body },
    ...report,
    photos: photos.flatMap(({ fileId, caption }) => {
      const picture = pictures.get(fileId);
      return picture ? [{ caption, ...picture }] : [];
    }),
  };
  return done({
    name: `${document.title}.pdf`,
    contentType: "application/pdf",
    content: await drawReport(paper),
  });
}

type Picture = ReportPaper["photos"][number];

/** The photos as a PDF can hold them: JPEG, and no larger than paper shows. */
async function readPictures(
  scope: AtDocument<DocumentScope>,
  ids: string[],
): Promise<Map<string, Omit<Picture, "caption">>> {
  if (ids.length === 0) return new Map();
  const rows = await inTenant(scope, (tx) => tx.select().from(files).where(inArray(files.id, ids)));
  const pictures = new Map<string, Omit<Picture, "caption">>();
  // One after the other: twelve at once would hold twelve photos in memory, unpacked.
  for (const { id, key } of rows) {
    const content = await storage().read(key);
    if (!content) throw new Error(`The content of the file ${id} is gone.`);
    const drawn = await sharp(content)
      .resize({ width: 1200, height: 1200, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    pictures.set(id, { jpeg: drawn.data, width: drawn.info.width, height: drawn.info.height });
  }
  return pictures;
}
