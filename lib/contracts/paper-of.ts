import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { tenants } from "@/db/schema/tenants";
import { clock, dayAndYear, rfc3339 } from "@/lib/dates";
import type { Document } from "@/lib/documents/trunk";
import { env } from "@/lib/env";
import { type Contract, type Signee, standingOf } from "./contract";
import type { ContractPaper, PaperSignature } from "./paper";
import { hasSigned, isClientsSignee } from "./turns";
import { namesInWords } from "./views";

type Shop = typeof tenants.$inferSelect;

/** The page where anybody can have a PDF checked. */
export const verifyUrl = () => `${env().APP_ORIGIN}/verify`;

/** What a contract’s paper says as it stands; undefined for one that has no sealed text. */
export async function paperOf(tx: Tx, documentId: string): Promise<ContractPaper | undefined> {
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  const [shop] = await tx.select().from(tenants);
  const { contract, signees } = await standingOf(tx, documentId);
  const { sealedText, sealedSha256 } = contract;
  if (!document || !shop || !sealedText || !sealedSha256) return undefined;
  const clients = signees.filter(isClientsSignee);
  const office = signees.filter((signee) => !isClientsSignee(signee));
  return {
    title: document.title,
    parties: partiesOf(shop.name, clients),
    shop,
    text: sealedText,
    sha256: sealedSha256.toString("hex"),
    signatures: [...clients, ...office].map((signee) => signatureOf(signee, shop)),
    standing: standingWords(document, contract),
    certificate: contract.completedAt ? { title: "Certificate of signing", verify: verifyUrl() } : null,
  };
}

function standingWords({ closedAt }: Document, { completedAt }: Contract): string {
  if (completedAt) return "Signed. The PDF to keep comes by itself";
  return closedAt ? "No longer applies" : "Not signed yet";
}

/** “Readwell Builders, Ellen Marsh and Tom Marsh” */
export const partiesOf = (shop: string, clients: Pick<Signee, "name">[]): string =>
  namesInWords([shop, ...clients.map(({ name }) => name)]);

function signatureOf(signee: Signee, shop: Shop): PaperSignature {
  const { name, signature, confirmedAt } = signee;
  const role = isClientsSignee(signee) ? signee.role : shop.name;
  if (!hasSigned(signee) || !confirmedAt) {
    return { name, role, signature: null, words: "Not signed yet", record: [] };
  }
  const words = `Signed ${whenWords(signee.signedAt ?? confirmedAt, shop)}`;
  return { name, role, signature, words, record: recordOf(signee, shop) };
}

export const whenWords = (at: Date, { timeZone, locale }: Pick<Shop, "timeZone" | "locale">) =>
  `${dayAndYear(at, timeZone, locale)}, ${clock(at, timeZone, locale)}`;

/** Each time in the shop’s own zone, and in UTC, which anybody can compare. */
function recordOf({ memberId, address, signature, signedAt, confirmedAt, ip, browser }: Signee, shop: Shop) {
  const time = (at: Date | null) =>
    at ? `${whenWords(at, shop)} (${shop.timeZone}), ${rfc3339(at, "UTC").replace("+00:00", "Z")}` : "";
  const facts: [string, string][] = [
    ["Signed as", address ?? "A member of the office, signed in"],
    ["Signature", signature?.kind === "drawn" ? "Drawn" : `Typed: ${signature?.name ?? ""}`],
    ["Signed", time(signedAt)],
    ["Confirmed", time(confirmedAt)],
    ["Agreed to sign electronically", memberId === null ? "Yes, when signing" : ""],
    ["IP address", ip ?? ""],
    ["Browser", browser ?? ""],
  ];
  return facts.filter(([, words]) => words !== "");
}
