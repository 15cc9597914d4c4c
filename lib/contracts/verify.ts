import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { gate, inTenant } from "@/db/client";
import { contracts } from "@/db/schema/contracts";
import { files } from "@/db/schema/storage";
import { tenants } from "@/db/schema/tenants";
import { systemScope } from "@/lib/auth/scope";
import { sha256 } from "@/lib/sha256";
import { standingOf } from "./contract";
import { textMark } from "./paper";
import { whenWords } from "./paper-of";
import { hasSigned } from "./turns";
import type { Verdict } from "./views";

/** The largest PDF that is checked. */
export const mostPdfBytes = 10 * 1024 * 1024;

/** What a file is told by: its own SHA-256, and those of the texts that it says it holds, by which it is found. All in hex. */
export type Fingerprints = { file: string; texts: string[] };

/** Reads what a PDF is told by; whether it is one is not asked. */
export function fingerprintsOf(content: Buffer): Fingerprints {
  const marks = content.toString("latin1").matchAll(new RegExp(`${textMark}([0-9a-f]{64})`, "g"));
  const texts = new Set(Array.from(marks, ([, hash]) => hash ?? ""));
  return { file: sha256(content).toString("hex"), texts: [...texts].slice(0, 5) };
}

/** Whether a file is one that was signed here. The stored text is hashed anew: it too must be what was signed. */
export async function verdictOf({ file, texts }: Fingerprints): Promise<Verdict> {
  if (texts.length === 0) return { kind: "unknown" };
  const hashes = texts.map((hash) => Buffer.from(hash, "hex"));
  const { tenantId, documentId, sealedSha256, completedAt, fileId } = contracts;
  const [made] = await gate()
    .select({ tenantId, documentId })
    .from(contracts)
    .innerJoin(files, and(eq(files.tenantId, tenantId), eq(files.id, fileId)))
    .where(
      and(inArray(sealedSha256, hashes), isNotNull(completedAt), eq(files.sha256, Buffer.from(file, "hex"))),
    )
    .limit(1);
  return made ? recordOf(made) : { kind: "unknown" };
}

/** What is kept of the contract whose signed PDF somebody holds. */
function recordOf({ tenantId, documentId }: { tenantId: string; documentId: string }): Promise<Verdict> {
  return inTenant(systemScope(tenantId), async (tx) => {
    const [shop] = await tx.select().from(tenants);
    const { contract, signees } = await standingOf(tx, documentId);
    const { sealedText, sealedSha256, completedAt } = contract;
    const agrees =
      sealedText &&
      sealedSha256?.equals(sha256(sealedText)) &&
      signees.length > 0 &&
      signees.every((signee) => hasSigned(signee) && signee.textSha256?.equals(sealedSha256));
    if (!shop || !completedAt || !sealedSha256 || !agrees) return { kind: "at-odds" };
    return {
      kind: "genuine",
      shop: shop.name,
      names: signees.map(({ name }) => name),
      signed: whenWords(completedAt, shop),
      text: sealedSha256.toString("hex"),
    };
  });
}
