import { inTenant } from "@/db/client";
import type { Scope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { cleanName } from "@/lib/storage/file-name";
import { readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { standingOf } from "./contract";
import { drawContract } from "./draw-paper";
import { paperOf } from "./paper-of";

/**
 * A contract as a PDF, for whoever its gate let in: the signed one, once it is made; until then the text as it stands, which
 * says on every page that it is not the signed one. Nothing is kept of it. Refuses one that was never sealed, or is being
 * changed.
 */
export async function readContractPdf(scope: Scope, id: string): Promise<Outcome<StoredFile>> {
  if (!isUuid(id)) return refuse("not-found");
  const { fileId, paper } = await inTenant(scope, async (tx) => {
    const { contract } = await standingOf(tx, id);
    return { fileId: contract.fileId, paper: contract.fileId ? undefined : await paperOf(tx, id) };
  });
  if (fileId) return readFileOf(scope, fileId);
  if (!paper) return refuse("not-found");
  const content = await drawContract({ ...paper, certificate: null });
  return done({
    name: cleanName(
      `${paper.title}, ${paper.certificate ? "copy to read" : paper.standing.toLowerCase()}`,
      "pdf",
    ),
    contentType: "application/pdf",
    content,
  });
}
