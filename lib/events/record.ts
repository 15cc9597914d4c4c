import type { Db, Tx } from "@/db/client";
import { events, type happeningKinds } from "@/db/schema/events";

export type HappeningKind = (typeof happeningKinds)[number];

/** Who did it: a member of the office, a contact, a machine that looked, or the product itself. */
export type Doer = {
  actor: "member" | "contact" | "machine" | "system";
  actorId: string | null;
  actorName: string;
};

export const theSystem: Doer = { actor: "system", actorId: null, actorName: "" };

export type Happening = Doer & {
  tenantId: string;
  kind: HappeningKind;
  workOrderId?: string | null;
  linkId?: string | null;
  contactId?: string | null;
  documentId?: string | null;
  sessionId?: string | null;
  /** Plain facts for the timeline and the audit trail; never a token, a code or a hash. */
  detail?: Record<string, string | number | null>;
};

/**
 * Writes one happening, in the transaction of what happened. The timeline, the live inbox, the webhooks and the audit
 * trail read nothing else, and the app's roles can neither change nor delete it.
 */
export async function record(tx: Tx | Db, happening: Happening): Promise<void> {
  await tx
    .insert(events)
    .values({ ...happening, actorName: plain(happening.actorName), detail: tidy(happening.detail) });
}

function tidy(detail: Happening["detail"]) {
  if (!detail) return {};
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === "string" ? plain(value) : value]),
  );
}

/** Control characters out (but for line ends), and never more than 4,000 characters: the trail is read by people. */
export const plain = (text: string) =>
  Array.from(text.slice(0, 4000))
    .filter(
      (character) =>
        character === "\n" ||
        (character >= " " && character !== "\u007f" && !/[\u0080-\u009f]/.test(character)),
    )
    .join("");
