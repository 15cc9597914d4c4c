import { and, isNull, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { links } from "@/db/schema/links";
import { record } from "@/lib/events/record";
import { lockMessage, ofOneMessage, type Peeked } from "./link";

/** Scanners, previews and unfurlers that say what they are. */
const machineAgent =
  /bot\b|crawl|spider|preview|facebookexternalhit|whatsapp|slack|telegram|skype|discord|embedly|google-safety|safelinks|barracuda|mimecast|proofpoint|headless|python-|curl\/|wget|go-http|java\/|okhttp|node-fetch|axios/i;

/** Whether nobody can be looking: a HEAD, or a page that is fetched ahead of a tap that may never come. */
export function isFetchedAhead(method: string, headers: Headers): boolean {
  const purpose = `${headers.get("sec-purpose") ?? ""} ${headers.get("purpose") ?? ""} ${headers.get("x-purpose") ?? ""}`;
  return (
    method !== "GET" || /prefetch|preview|prerender/i.test(purpose) || headers.has("next-router-prefetch")
  );
}

/**
 * Whether a look at a link came from a machine. It decides only what the life line says: no look opens anything, so a
 * machine that passes for a person costs nothing but a word, and a person who is taken for a machine is not locked out.
 */
export function looksLikeMachine(method: string, headers: Headers): boolean {
  if (isFetchedAhead(method, headers)) return true;
  const agent = headers.get("user-agent") ?? "";
  return agent === "" || machineAgent.test(agent) || !headers.has("accept-language");
}

/** What a happening on the life line needs of each link that shares the message. */
const whose = { id: links.id, tenantId: links.tenantId, contactId: links.contactId };

/** Notes on the link's life line that a machine looked at it, or that a person opened it; each first time makes a happening. */
export async function noteLook(link: Peeked, byMachine: boolean): Promise<void> {
  await gate().transaction(async (tx) => {
    await lockMessage(tx, link);
    const ofLink = ofOneMessage(link.id);
    const first = byMachine
      ? await tx
          .update(links)
          .set({
            machineLooks: sql`${links.machineLooks} + 1`,
            machineLookedAt: sql`coalesce(${links.machineLookedAt}, now())`,
          })
          .where(ofLink)
          .returning({ ...whose, isFirst: sql<boolean>`${links.machineLooks} = 1` })
      : await tx
          .update(links)
          .set({ openedAt: sql`now()` })
          .where(and(ofLink, isNull(links.openedAt)))
          .returning({ ...whose, isFirst: sql<boolean>`true` });
    for (const { id, tenantId, contactId, isFirst } of first) {
      if (!isFirst) continue;
      await record(tx, {
        tenantId,
        kind: byMachine ? "link.machine-looked" : "link.opened",
        actor: byMachine ? "machine" : contactId ? "contact" : "member",
        actorId: byMachine ? null : (contactId ?? link.memberId),
        actorName: byMachine ? "" : link.holderName,
        linkId: id,
        contactId,
        workOrderId: link.workOrderId,
        documentId: link.document?.id ?? null,
      });
    }
  });
}
