import type { Tx } from "@/db/client";
import type { StaffScope } from "@/lib/auth/scope";
import type { Document } from "@/lib/documents/trunk";
import type { Occasion } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Contract, standingOf } from "./contract";
import { seal } from "./seal";
import { decliner } from "./turns";

/** Why somebody hears of a contract now, and the signed PDF where there is one. */
export type Ready = { occasion: Occasion; fileId?: string | null };

/**
 * Makes a contract ready for a message, and seals it if that has not been done. Refuses as `seal` does, and one that
 * somebody declined: its text has to be changed first.
 */
export async function readyToSend(tx: Tx, scope: StaffScope, document: Document): Promise<Outcome<Ready>> {
  const standing = await standingOf(tx, document.id);
  const { contract, signees } = standing;
  if (contract.completedAt) return done({ occasion: "complete", fileId: contract.fileId });
  const who = decliner(signees)?.name;
  if (who) return refuse("not-allowed-now", { sentence: `${who} declined to sign. Change the text first.` });
  if (contract.sealedAt) return done({ occasion: occasionOf(document, contract.sealedAt) });
  const sealed = await seal(tx, scope, document, standing);
  if (!sealed.ok) return sealed;
  return done({ occasion: document.sentAt ? "revised" : "sent" });
}

/** A text that was sealed after the first time it was sent was changed meanwhile. */
export const occasionOf = ({ sentAt }: Document, sealedAt: NonNullable<Contract["sealedAt"]>): Occasion =>
  sentAt && sealedAt > sentAt ? "revised" : "sent";
