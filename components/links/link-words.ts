/** The words of the pages that a link leads to before it has opened anything. */

/** Who asks for links here: the office, by work e-mail; a client, by e-mail or mobile number. */
export type Audience = "staff" | "client";

/** What a link opens: the product itself, a named document, or an appointment with a shop. */
export type Opens =
  | { kind: "sign-in"; audience: Audience }
  | { kind: "document"; name: string }
  | { kind: "appointment"; shop: string };

/** Why a link does not open. `cancelled`: taken back by whoever sent it. `wrong-device`: this browser has no session. */
export type DeadReason = "used" | "expired" | "unknown" | "wrong-device" | "cancelled";

/** What became of a link, as its address says it, and the reason that a person is given. */
const deadReasons = new Map<string, DeadReason>([
  ["spent", "used"],
  ["discarded", "used"],
  ["expired", "expired"],
  ["retired", "cancelled"],
  ["unknown", "unknown"],
  ["holder-inactive", "unknown"],
  ["wrong-device", "wrong-device"],
]);

/** The reason that a person is given; undefined for an address that names no link's end. */
export const deadReason = (link: unknown) => (typeof link === "string" ? deadReasons.get(link) : undefined);

export type Words = { heading: string; sentence: string };

/**
 * What a dead link says: why, and what happens next. `oneTap` is for a page that knows where a new link goes, and so
 * asks for nothing to be typed.
 */
export function deadEndWords(reason: DeadReason, opens: Opens, oneTap: boolean): Words {
  const next = nextStep(opens, oneTap);
  switch (reason) {
    case "used":
      return {
        heading: "This link was already used",
        sentence: `Each link opens once, on one phone or computer. If that was you, ${stillOpen(opens)}`,
      };
    case "expired":
      return expiredWords(opens, next);
    case "unknown":
      return {
        heading: "We don’t recognise this link",
        sentence:
          opens.kind === "appointment"
            ? `Open it again from your message, or call or text ${opens.shop}.`
            : `Open it again from your message, or enter your ${emailOf(opens)} for a new one.`,
      };
    case "wrong-device":
      return {
        heading: "Sign in to see this",
        sentence: `Each phone or browser needs its own link. Enter your ${emailOf(opens)} and we’ll send one.`,
      };
    case "cancelled":
      return { heading: "This link was cancelled", sentence: `${stopped(opens)} ${next}` };
  }
}

/** A sign-in link also stops when its code is mistyped too often, so nobody is said to have done it. */
const stopped = (opens: Opens) =>
  opens.kind === "sign-in" ? "It was stopped before it was used." : "Whoever sent it took it back.";

/** How to go on: an appointment is settled by a call, anything else by a new link. */
function nextStep(opens: Opens, oneTap: boolean): string {
  if (opens.kind === "appointment") return `To confirm it or move it, call or text ${opens.shop}.`;
  return `${oneTap ? "Tap once" : `Enter your ${accepted(opens)}`} and we’ll send a new one.`;
}

function expiredWords(opens: Opens, next: string): Words {
  if (opens.kind === "appointment") {
    return {
      heading: "This scheduling link has expired",
      sentence: `Your appointment hasn’t changed. ${next}`,
    };
  }
  const same = opens.kind === "document" ? ` It opens this same ${opens.name}.` : "";
  return { heading: "This link has expired", sentence: `${next}${same}` };
}

function stillOpen(opens: Opens): string {
  if (opens.kind === "sign-in") return "you’re still signed in there.";
  return `the ${opens.kind === "document" ? opens.name : "appointment"} is still open there.`;
}

/** What may be typed for a new link. */
export type Accepts = "work email" | "email" | "email or mobile number";

/** A client may sign in by mobile number; a document goes to its e-mail. */
export function accepted(opens: Opens): Accepts {
  if (opens.kind !== "sign-in") return "email";
  return opens.audience === "staff" ? "work email" : "email or mobile number";
}

const emailOf = (opens: Opens) => (accepted(opens) === "work email" ? "work email" : "email");
