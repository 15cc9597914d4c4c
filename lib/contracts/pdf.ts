import { inTenant } from "@/db/client";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { cleanName } from "@/lib/storage/file-name";
import { readFileOf, type StoredFile } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { standingOf } from "./contract";
import { drawPaper } from "./draw-paper";
import { finishContract } from "./finish";
import { paperOf } from "./paper-of";

/**
 * A contract as a PDF, for whoever its gate let in: the signed one, or, until everybody has signed, the text as it stands,
 * which says on every page that it is not signed yet. Refuses one that was never sealed, or is being changed.
 */
export async function readContractPdf(scope: Scope, id: string): Promise<Outcome<StoredFile>> {
  if (!isUuid(id)) return refuse("not-found");
  const before = await inTenant(scope, (tx) => standingOf(tx, id));
  // The last one may ask for it before the job has had its turn.
  if (before.contract.completedAt && !before.contract.fileId)
    await finishContract(systemScope(scope.tenantId), id);
  const { fileId, paper } = await inTenant(scope, async (tx) => {
    const { contract } = await standingOf(tx, id);
    return { fileId: contract.fileId, paper: contract.fileId ? undefined : await paperOf(tx, id) };
  });
  if (fileId) return readFileOf(scope, fileId);
  if (!paper) return refuse("not-found");
  const content = await drawPaper({ ...paper, certificate: null });
  return done({
    name: cleanName(`${paper.title}, not signed yet`, "pdf"),
    contentType: "application/pdf",
    content,
  });
}
