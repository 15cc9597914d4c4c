import { type Refusal, refuse } from "@/lib/outcome";
import type { DocumentScope } from "./may-see";

/**
 * Whether somebody reads here, and agrees to nothing: the office had the link in hand that let this browser in, so it could
 * be the office itself.
 */
export const needsOwnLink = ({ actor }: DocumentScope): boolean =>
  actor.kind === "client" && actor.officeSawLink;

/** Why a client can’t sign, decline or approve in this browser; undefined where they can. */
export const whyNotAgree = (scope: DocumentScope): Refusal | undefined =>
  needsOwnLink(scope) ? refuse("not-allowed", { sentence: openOwn }) : undefined;

const openOwn =
  "A recovery link let you in here, and the office saw it too, so nothing was signed or approved. Open a link that goes to your own email or phone, and answer there.";
