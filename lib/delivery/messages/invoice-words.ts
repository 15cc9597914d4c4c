import type { Told } from "./document-words";
import type { DocumentFacts, Occasion } from "./facts";

/** One row of an invoice in a letter: what for, and how much. */
type LineSaid = { words: string; amount: string };

/** The lines that a message says of an invoice; none for any other document. */
export const linesSaid = ({ lines }: DocumentFacts["says"]): LineSaid[] =>
  (lines ? (JSON.parse(lines) as [string, string][]) : []).map(([words, amount]) => ({ words, amount }));

/** What is said of an invoice that asks for an amount, in the words of the occasions that ask; undefined for the others. */
export function invoiceWords(facts: DocumentFacts): Told | undefined {
  const { kind, occasion, says } = facts;
  if (kind !== "invoice" || !says.amount) return undefined;
  const words = asking[occasion]?.(facts);
  return words && { ...words, subject: subjectOf(words.heading, facts) };
}

type Asking = Omit<Told, "subject">;

const asking: Partial<Record<Occasion, (facts: DocumentFacts) => Asking>> = {
  sent: (facts) => {
    const { due, called, asks } = facts.says;
    return {
      heading: `Your ${called} ${asks}`,
      lead: [...titleOf(facts), due, `Thanks for having us, ${firstOf(facts.person)}`].map(sentence).join(""),
      button: buttonOf(facts),
      sms: `your ${called} ${asks}${due ? `, ${lower(due)}` : ""}:`,
    };
  },
  reminder: (facts) => {
    const { amount, isDue, called } = facts.says;
    return {
      heading: `Reminder: ${amount} ${isDue}`,
      lead: [...titleOf(facts), `It is what your ${called} asks for now`].map(sentence).join(""),
      button: buttonOf(facts),
      sms: `a reminder. ${amount} ${isDue}, for your ${called}:`,
      note: "If you’ve paid it since, there’s nothing more to do.",
    };
  },
  "payment-failed": (facts) => {
    const { called, amount, became, words } = facts.says;
    return {
      heading: `Your payment for the ${called} ${became}`,
      lead: [...titleOf(facts), words, `You can pay the ${amount} there`].map(sentence).join(""),
      button: buttonOf(facts),
      sms: `your payment for the ${called} ${became}. Pay ${amount}:`,
    };
  },
};

const buttonOf = ({ says: { amount } }: DocumentFacts) => `View and pay ${amount}`;

/** A title that its name in the sentence does not say: “April invoice” does, “Kitchen and rear addition” does not. */
const titleOf = ({ title, says: { called } }: DocumentFacts): string[] =>
  title.toLowerCase().endsWith((called ?? "").toLowerCase()) ? [] : [title];

const subjectOf = (heading: string, facts: DocumentFacts) => [heading, ...titleOf(facts)].join(": ");

const firstOf = (name: string) => name.split(" ")[0] ?? name;

/** Sentences in a row; nothing for what is missing. */
const sentence = (words: string | undefined, place: number): string =>
  words ? `${place > 0 ? " " : ""}${words}${/[.!?…]$/.test(words) ? "" : "."}` : "";

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
