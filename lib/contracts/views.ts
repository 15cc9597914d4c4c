import type { SigneeState } from "./turns";

/** What pages show of a contract: names and times are words already. */

/** A signature as it is drawn on the page: a typed name, or the strokes in a box of 600 by 200. */
export type SignatureView = { kind: "typed"; name: string } | { kind: "drawn"; name: string; path: string };

/** One block under the text: whose signature it is, how far it has come, and the signature where it may be seen. */
export type SigneeView = {
  id: string;
  name: string;
  /** “Owner”; of a member, the shop. */
  role: string;
  isMe: boolean;
  isOffice: boolean;
  state: SigneeState;
  signature: SignatureView | null;
  /** “Signed Wed, Apr 22, 2026, 4:05 PM”, “Waiting. Signs from a link of their own.” */
  words: string;
};

/** What a reader can do about a contract now, or why there is nothing to do. */
export type Act =
  | { kind: "sign"; sha256: string }
  | { kind: "confirm"; sha256: string; signature: SignatureView }
  | { kind: "wait"; names: string[] }
  | { kind: "signed"; names: string[] }
  | { kind: "complete"; when: string }
  | { kind: "declined"; name: string; isMe: boolean }
  | { kind: "changing" }
  /** It names them as they were called before. */
  | { kind: "renamed"; name: string }
  | { kind: "read"; names: string[] }
  | { kind: "void" };

/** A contract as one who reads it sees it. */
export type SigningView = {
  title: string;
  parties: string;
  /** Null while the office changes it. */
  text: string | null;
  /** In hex. */
  sha256: string | null;
  signees: SigneeView[];
  act: Act;
  /** The others who sign, by name. */
  others: string[];
};

/**
 * genuine: the very file that was made here when everybody had signed. at-odds: that file, but what is kept of its contract no
 * longer agrees with it. unknown: any other file. Only a file that nobody could have made up is told anything of: a text can be
 * guessed, so one that names a contract of ours and one that names none get the same answer.
 */
export type Verdict =
  | { kind: "genuine"; shop: string; names: string[]; signed: string; text: string }
  | { kind: "at-odds" }
  | { kind: "unknown" };

/** “7c41 9e02 … b8d5 31fa”: a hash, short enough to compare by eye. */
export const shortHash = (hex: string) =>
  `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-8, -4)} ${hex.slice(-4)}`;

/** “Ellen and Tom” */
export const namesInWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** What somebody is told whom a contract names as they were called before. */
export const namesAnother = (name: string): string =>
  `This contract names ${name}, so you can’t sign it. Ask for it to be changed first.`;

/** Somebody who may sign a draft: one of the client’s two, or whoever was added. */
export type Candidate = {
  /** Which contact, and which of its two people. */
  key: string;
  name: string;
  role: string;
  place: number;
  signs: boolean;
  /** “ellen@marsh.example”, or why no link can be sent. */
  reach: string;
};

/** A contract’s draft as the office edits it. */
export type ContractDraft = {
  order: "any" | "set";
  candidates: Candidate[];
  /** Why it can’t be sent yet, in sentences. */
  problems: string[];
  /** The text with its fields filled in, as it would be sent now. */
  preview: string;
  /** What it can begin from; nothing where it has a text. */
  templates: { id: string; name: string }[];
  fields: { name: string; stands: string; value: string }[];
};

/** One who signs, as the office follows it. */
export type OfficeSignee = SigneeView & {
  declineReason: string | null;
  /** Why they can’t be sent a link though it is their turn, and what to do about it. */
  unreached: string | null;
  /** Where a link goes now; nothing where none is due. */
  addresses: {
    address: string;
    words: string;
    channel: "email" | "sms";
    progress: {
      state: "queued" | "sent" | "delivered" | "bounced" | "opened" | "used" | "expired";
      when: string;
      reason: string | null;
    } | null;
  }[];
};

/** A contract that was sent, as the office follows it. */
export type SealedContract = {
  text: string;
  sha256: string;
  signees: OfficeSignee[];
  /** Missing where the office has signed, or nobody can. */
  countersign: { name: string } | null;
  standing: "open" | "complete" | "void";
};
