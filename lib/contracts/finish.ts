import { and, eq, isNull } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contracts } from "@/db/schema/contracts";
import { documents } from "@/db/schema/documents";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/auth/scope";
import { tellAt } from "@/lib/documents/tell-client";
import { tellOffice } from "@/lib/documents/tell-office";
import type { Document } from "@/lib/documents/trunk";
import { theSystem } from "@/lib/events/record";
import { sendLink } from "@/lib/links/send";
import { sha256 } from "@/lib/sha256";
import type { Accepted } from "@/lib/storage/accept";
import { cleanName } from "@/lib/storage/file-name";
import { holdFiles, keepFile } from "@/lib/storage/files";
import { standingOf } from "./contract";
import { drawContract } from "./draw-paper";
import type { ContractPaper } from "./paper";
import { paperOf } from "./paper-of";
import { byAddress, type ContactPerson, peopleOf, personKey } from "./people";
import { isClientsSignee } from "./turns";
import { namesInWords } from "./views";

/**
 * The job that makes the signed PDF of a complete contract and sends it to everybody who signed, and to the office. Done
 * twice, or by two workers at once, there is one PDF, and one letter to each: what a second one drew is swept.
 */
export async function finishContract(scope: Scope, documentId: string): Promise<void> {
  const paper = await inTenant(scope, (tx) => unfinished(tx, documentId));
  if (!paper) return;
  const file = await keepFile(scope, pdfOf(paper, await drawContract(paper)), documentId);
  await inTenant(scope, async (tx) => {
    const isUnfinished = and(eq(contracts.documentId, documentId), isNull(contracts.fileId));
    const first = await tx
      .update(contracts)
      .set({ fileId: file.id })
      .where(isUnfinished)
      .returning({ id: contracts.documentId });
    if (first.length === 0) return;
    await holdFiles(tx, [file.id]);
    await sendToAll(tx, scope, documentId, file.id);
  });
}

async function unfinished(tx: Tx, documentId: string): Promise<ContractPaper | undefined> {
  const { contract } = await standingOf(tx, documentId);
  return contract.completedAt && !contract.fileId ? paperOf(tx, documentId) : undefined;
}

const pdfOf = (paper: ContractPaper, content: Buffer): Accepted => ({
  name: cleanName(`${paper.title}, signed`, "pdf"),
  contentType: "application/pdf",
  content,
  sha256: sha256(content),
});

async function sendToAll(tx: Tx, scope: Scope, documentId: string, fileId: string): Promise<void> {
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!document) return;
  const { signees } = await standingOf(tx, documentId);
  const people = await peopleOf(tx, signees);
  const unsent: string[] = [];
  for (const signee of byAddress(signees.filter(isClientsSignee), people)) {
    const person = people.get(personKey(signee));
    const isSent = person?.name === signee.name && (await sendSigned(tx, document, person, fileId));
    if (!isSent) unsent.push(signee.name);
  }
  const everybody = { tenantId: scope.tenantId, actor: { name: "Everybody" } };
  await tellOffice(tx, everybody, document, {
    did: "has signed",
    words: ["The signed PDF is attached.", ...unsentWords(unsent)].join(" "),
    fileId,
  });
}

const unsentWords = (names: string[]) =>
  names.length > 0 ? [`It could not be sent to ${namesInWords(names)}: see that they get theirs.`] : [];

/**
 * The letter with the PDF. Where the hour has no link left for them, the PDF goes without one: nobody misses theirs. False
 * for whoever can’t be sent any.
 */
async function sendSigned(
  tx: Tx,
  document: Document,
  person: ContactPerson,
  fileId: string,
): Promise<boolean> {
  const [address] = person.addresses;
  const [tenant] = await tx.select().from(tenants);
  if (!tenant || !address) return false;
  const channel = address.includes("@") ? ("email" as const) : ("sms" as const);
  const to = { tenant, contact: person.contact, channel, address };
  const what = { purpose: "contract-signature", document, occasion: "complete", fileId } as const;
  const sent = await sendLink(tx, to, { ...what, by: theSystem });
  if (sent.ok || sent.reason !== "too-many-requests") return sent.ok;
  const words =
    channel === "email" ? "The signed PDF is attached." : "Ask for a link to read it and to keep the PDF.";
  const reader = { tenant, contact: person.contact, address };
  await tellAt(tx, document, reader, { heading: "Signed by everybody", words, fileId });
  return true;
}
