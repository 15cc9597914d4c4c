import type { Scope } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import type { Event } from "@/lib/events/stream";
import type { Told } from "@/lib/work-orders/views";
import { readWaitingRow } from "./waiting";

/** What an open office is told of something that happened to a document. */
export async function describeDocument(scope: Scope, event: Event, now: Date): Promise<Told> {
  const subject = event.documentId ?? "";
  const found = await readWaitingRow(scope, subject, now);
  const words = event.actor === "member" ? undefined : spoken[event.kind];
  return {
    subject,
    pages: found ? [subject, found.clientId, ...(found.projectId ? [found.projectId] : [])] : [],
    row: found?.row ?? null,
    sentence: words && found ? `${event.actorName || found.client} ${words}: ${found.title}` : "",
  };
}

/** What a client does that changes what the office would do; the rest moves the rows silently. */
const spoken: Partial<Record<HappeningKind, string>> = {
  "document.asked": "asked a question",
  "contract.confirmed": "signed",
  "contract.declined": "declined to sign",
  "scope.approved": "approved",
  "scope.changes-requested": "asked for changes",
  "selections.handed-in": "sent their selections in",
  "appointment.confirmed": "confirmed",
  "appointment.moved": "moved an appointment",
  "appointment.cancelled": "cancelled an appointment",
  "link.bounced": "didn’t get a message",
};
