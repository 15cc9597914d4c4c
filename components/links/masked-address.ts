/**
 * Addresses as a page may show them to whoever holds a link: enough to recognise one's own, too little to learn
 * another's. The dots are always as many, so not even a length shows.
 */

/** The first letter before the @, the first letter of the domain, and its last part: `e••••@m•••.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return hidden;
  const labels = email.slice(at + 1).split(".");
  const ending = labels.length > 1 ? labels.at(-1) : undefined;
  return `${firstLetter(email)}••••@${firstLetter(labels[0] ?? "")}•••${isTopLevel(ending) ? `.${ending}` : ""}`;
}

/** The last three digits: `••••••156`. A number too short to hide any shows none. */
export function maskPhone(phone: string): string {
  const digits = Array.from(phone).filter((letter) => /\p{Nd}/u.test(letter));
  return digits.length < 7 ? hidden : `${hidden}${digits.slice(-3).join("")}`;
}

/** An e-mail or a phone number, whichever it is. */
export const maskAddress = (address: string) =>
  address.includes("@") ? maskEmail(address) : maskPhone(address);

const hidden = "••••••";
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A letter as a reader sees one: an accent or a joined mark stays with it. Anything else is hidden. */
function firstLetter(text: string): string {
  const [first] = letters.segment(text);
  return first && /^[\p{L}\p{N}]/u.test(first.segment) ? first.segment : "•";
}

/** A name such as `au` or `example`; an address literal such as `[192.0.2.7]` is none, and says too much. */
const isTopLevel = (label?: string) => label !== undefined && /^\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u.test(label);
