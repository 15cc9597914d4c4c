import type { Signature } from "@/db/schema/contracts";
import type { PaperShop } from "@/lib/paper/pen";

/** Everything that stands on a contract’s paper: words and times are ready to be read. */
export type ContractPaper = {
  title: string;
  /** “Readwell Builders and Ellen Marsh” */
  parties: string;
  shop: PaperShop;
  text: string;
  /** In hex. */
  sha256: string;
  signatures: PaperSignature[];
  /** What every page of it says as long as it is not the signed one: “Not signed yet” */
  standing: string;
  /** Missing for one that not everybody has signed. */
  certificate: { title: string; verify: string } | null;
};

export type PaperSignature = {
  name: string;
  role: string;
  /** Null where it is still to come. */
  signature: Signature | null;
  /** “Signed Wed, Apr 22, 2026, 4:05 PM” */
  words: string;
  /** What the certificate says of it. */
  record: [label: string, words: string][];
};

/** The name of the mark by which a signed PDF says which text it holds. */
export const textMark = "latchkey-sha256:";
