import type { HappeningKind } from "./record";
import type { Happened } from "./trail";
import { fact, nameOf, quoted, withFact } from "./trail-facts";

type DocumentHappening = Extract<
  HappeningKind,
  `${"document" | "contract" | "scope" | "selections" | "appointment" | "reminder" | "file"}.${string}`
>;

const titled = (fallback: string, what: string) => (event: Happened) =>
  `${nameOf(event) || fallback} ${what}`;

const said = (words: string) => (event: Happened) => withFact(words, quoted(fact(event, "words")));

const at = (words: string) => (event: Happened) => withFact(words, fact(event, "when"));

/** An option, or else what somebody said about the item or showed of it. */
function chosen(event: Happened): string {
  const [choice, words, item] = [fact(event, "choice"), fact(event, "words"), fact(event, "item")];
  if (choice) return `Chose ${choice}`;
  return words ? `Left a note on ${item} ${quoted(words)}` : `Added a photo to ${item}`;
}

/** What somebody of the office has seen, and so put away. */
const putAway: Record<string, string> = {
  moved: "Noted that the client moved it",
  cancelled: "Noted that the client cancelled it",
  undelivered: "Noted that a link did not get there",
  "payment-failed": "Done with a payment that did not go through",
  "refund-failed": "Done with a refund that did not go through",
};

/** What happens to documents, in plain sentences. A kind without a row does not compile. */
export const documentSentences: Record<DocumentHappening, (event: Happened) => string> = {
  "document.created": titled("Document", "added"),
  "document.edited": (event) => withFact(titled("Document", "changed")(event), fact(event, "changed")),
  "document.sent-anew": titled("Document", "sent in its new form"),
  "document.closed": (event) =>
    withFact(titled("Document", "closed")(event), fact(event, "closedAs"), " as "),
  "document.put-away": (event) => putAway[fact(event, "waited")] ?? "Noted what waited",
  "document.asked": said("Asked"),
  "document.answered": said("Replied"),
  "contract.sealed": titled("Contract", "made ready to sign"),
  "contract.signed": (event) =>
    withFact(`Signed ${nameOf(event) || "the contract"}`, fact(event, "happened"), " "),
  "contract.confirmed": (event) => `Confirmed the signature on ${nameOf(event) || "the contract"}`,
  "contract.unsent": (event) => fact(event, "words") || "No link could be sent to who signs next",
  "contract.declined": said("Declined to sign"),
  "contract.countersigned": (event) => `Signed ${nameOf(event) || "the contract"} for the office`,
  "contract.completed": titled("Contract", "signed by everybody"),
  "contract.reopened": titled("Contract", "taken back to be changed: what was signed counts no more"),
  "scope.commented": said("Commented on a line"),
  "scope.changes-requested": (event) => withFact("Changes requested", fact(event, "count"), ", comments: "),
  "scope.approved": (event) =>
    withFact(`Approved ${nameOf(event) || "the scope"}`, fact(event, "revision"), ", revision "),
  "scope.discarded": (event) =>
    withFact(`Discarded a draft of ${nameOf(event) || "the scope"}`, fact(event, "revision"), ", revision "),
  "selections.chosen": chosen,
  "selections.handed-in": titled("Selections", "sent in"),
  "selections.approved": (event) => withFact("Choice approved", fact(event, "choice")),
  "selections.returned": said("Selections given back"),
  "appointment.proposed": at("Appointment proposed"),
  "appointment.confirmed": at("Appointment confirmed"),
  "appointment.moved": at("Appointment moved"),
  "appointment.cancelled": (event) =>
    withFact(at("Appointment cancelled")(event), quoted(fact(event, "words")), " "),
  "reminder.sent": (event) => withFact("Reminder sent", nameOf(event)),
  "reminder.skipped": (event) =>
    withFact(
      fact(event, "outcome") === "restored" ? "Reminder put back" : "Reminder skipped",
      fact(event, "when"),
    ),
  "file.shared": titled("File", "shared with the client"),
  "file.withdrawn": titled("File", "taken back from the client"),
};
