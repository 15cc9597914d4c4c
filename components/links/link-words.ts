/** The words of the pages that a link leads to before it has opened anything. */

/** Who asks for links here: the office, by work e-mail; a client, by e-mail or mobile number. */
export type Audience = "staff" | "client";

/**
 * What a link opens: the product itself; a named document, asked for by e-mail, and `byNumber` by mobile number as well;
 * or an appointment with the shop that can be called about it, null where that has no number.
 */
export type Opens =
  | { kind: "sign-in"; audience: Audience }
  | { kind: "document"; name: string; byNumber?: boolean }
  | { kind: "appointment"; shop: string | null };

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
  switch (reason) {
    case "used":
      return {
        heading: "This link was already used",
        sentence: `Each link opens once, on one phone or computer. If that was you, ${stillOpen(opens)}`,
      };
    case "expired":
      return expiredWords(opens, oneTap);
    case "unknown":
      return {
        heading: "We don’t recognise this link",
        sentence: `Open it again from your message, or ${call(opens) ?? `${ask(opens, oneTap)} for a new one`}.`,
      };
    case "wrong-device":
      return {
        heading: "Sign in to see this",
        sentence: `Each phone or browser needs its own link. ${capital(ask(opens, oneTap))} and we’ll send one.`,
      };
    case "cancelled":
      return { heading: "This link was cancelled", sentence: `${stopped(opens)} ${nextStep(opens, oneTap)}` };
  }
}

/** A sign-in link also stops when its code is mistyped too often, so nobody is said to have done it. */
const stopped = (opens: Opens) =>
  opens.kind === "sign-in" ? "It was stopped before it was used." : "Whoever sent it took it back.";

/** How to go on: an appointment is settled by a call, anything else by a new link. */
function nextStep(opens: Opens, oneTap: boolean): string {
  const called = call(opens);
  if (called) return `To confirm it or move it, ${called}.`;
  return `${capital(ask(opens, oneTap))} and we’ll send a new ${opens.kind === "appointment" ? "link" : "one"}.`;
}

/** Whom an appointment is settled with; undefined for anything else, and where there is no number. */
const call = (opens: Opens) =>
  opens.kind === "appointment" && opens.shop ? `call or text ${opens.shop}` : undefined;

const ask = (opens: Opens, oneTap: boolean) => (oneTap ? "tap once" : `enter your ${accepted(opens)}`);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function expiredWords(opens: Opens, oneTap: boolean): Words {
  const next = nextStep(opens, oneTap);
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

/** A client may sign in by mobile number; a link to a document goes on as it came. */
export function accepted(opens: Opens): Accepts {
  if (opens.kind === "sign-in") return opens.audience === "staff" ? "work email" : "email or mobile number";
  return opens.kind === "document" && opens.byNumber ? "email or mobile number" : "email";
}
