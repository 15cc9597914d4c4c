import { and, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { gate } from "@/db/client";
import { contractSignees, contracts } from "@/db/schema/contracts";
import { files } from "@/db/schema/storage";
import { tenants } from "@/db/schema/tenants";
import { sha256 } from "@/lib/sha256";
import { whenWords } from "./paper-of";
import { textMark } from "./pen";

/** The largest PDF that is checked. */
export const mostPdfBytes = 10 * 1024 * 1024;

/** What a file is told by: its own SHA-256, and those of the texts that it says it holds. All in hex. */
export type Fingerprints = { file: string; texts: string[] };

/**
 * genuine: the very file that was made here when everybody had signed. changed: it says that it holds a text that was
 * signed here, and is not that file. unknown: nothing signed here. Of the contract nothing is told but who signed, and when.
 */
export type Verdict =
  | { kind: "genuine"; shop: string; names: string[]; signed: string; text: string }
  | { kind: "changed" }
  | { kind: "unknown" };

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
  const isKnown = and(inArray(contracts.sealedSha256, hashes), isNotNull(contracts.completedAt));
  const [same] = await signedFiles(and(isKnown, eq(files.sha256, Buffer.from(file, "hex"))));
  if (!same) return { kind: (await signedFiles(isKnown)).length > 0 ? "changed" : "unknown" };
  const { contract, shop } = same;
  const signees = await signeesOf(contract);
  const { sealedText, sealedSha256, completedAt } = contract;
  if (!sealedText || !sealedSha256?.equals(sha256(sealedText)) || !completedAt) return { kind: "changed" };
  if (signees.some(({ textSha256 }) => !textSha256?.equals(sealedSha256))) return { kind: "changed" };
  return {
    kind: "genuine",
    shop: shop.name,
    names: signees.map(({ name }) => name),
    signed: whenWords(completedAt, shop),
    text: sealedSha256.toString("hex"),
  };
}

const signedFiles = (which: SQL | undefined) =>
  gate()
    .select({ contract: contracts, shop: tenants })
    .from(contracts)
    .innerJoin(tenants, eq(tenants.id, contracts.tenantId))
    .innerJoin(files, and(eq(files.tenantId, contracts.tenantId), eq(files.id, contracts.fileId)))
    .where(which)
    .limit(1);

const signeesOf = ({ tenantId, documentId }: typeof contracts.$inferSelect) =>
  gate()
    .select()
    .from(contractSignees)
    .where(
      and(
        eq(contractSignees.tenantId, tenantId),
        eq(contractSignees.documentId, documentId),
        isNotNull(contractSignees.confirmedAt),
      ),
    )
    .orderBy(contractSignees.place, contractSignees.name);
