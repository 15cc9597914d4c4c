import { kindWords } from "./document-kinds";
import type { DocumentFacts, Occasion } from "./facts";
import { invoiceWords, linesSaid } from "./invoice-words";
import type { Fact } from "./letter-parts";

/** What one occasion says of a document: the subject of the letter, its heading, and what it means for who reads it. */
export type Told = {
  subject: string;
  heading: string;
  lead: string;
  /** The button’s words. */
  button: string;
  /** The first line of the SMS, after the shop’s name. */
  sms: string;
  /** Under the button: what is easily wondered about. */
  note?: string;
};

const nothingToDo = "If you’ve done it since, there’s nothing more to do.";

/** What can be done with an appointment that its reader, or the other of the two, chose: moved no later than its notice. */
const whatYouCan = (notice: string | undefined) =>
  notice
    ? `You can add it to your calendar there, and move or cancel it until ${notice}.`
    : "You can add it to your calendar there.";

/**
 * Why a client hears of a document, in words for each kind: what comes rarely is worded for all kinds alike. An occasion
 * without a row does not compile.
 */
const occasionWords: Record<Occasion, (facts: DocumentFacts) => Told> = {
  sent: ({ kind, agency, title, says }) => {
    const { name, heading, asks, opens } = kindWords[kind];
    return {
      subject: `${heading(agency.name)}: ${title}`,
      heading: heading(agency.name),
      lead: sentences(title, asks(says)),
      button: opens,
      sms: `your ${name}, ${title}.`,
    };
  },
  revised: ({ kind, title, says: { revision } }) => {
    const { name, changed, opens } = kindWords[kind];
    const what = revision ? `Revision ${revision}` : "A new version";
    return {
      subject: `${what} of ${title}`,
      heading: `${what} of your ${name}`,
      lead: sentences(title, changed),
      button: opens,
      sms: `${lower(what)} of your ${name}, ${title}.`,
    };
  },
  reminder: ({ kind, title, says }) => {
    const { name, asks, opens } = kindWords[kind];
    const isVisit = kind === "appointment" && says.when;
    return {
      subject: isVisit ? `Reminder: ${says.when}, ${title}` : `Reminder: ${title}`,
      heading: isVisit ? "Your appointment is coming up" : `A reminder of your ${name}`,
      lead: sentences(title, asks(says)),
      button: opens,
      sms: `a reminder of your ${name}, ${title}.`,
      ...(!isVisit && { note: nothingToDo }),
    };
  },
  returned: ({ kind, agency, title }) => {
    const { name } = kindWords[kind];
    return {
      subject: `Please look again: ${title}`,
      heading: `Please look at your ${name} again`,
      lead: sentences(
        title,
        `${agency.name} gave it back so that you can change something. What you wrote is kept.`,
      ),
      button: "Look at it again",
      sms: `please look at your ${name} again, ${title}.`,
    };
  },
  approved: ({ kind, agency, title }) => {
    const { name, are } = kindWords[kind];
    return {
      subject: `Approved: ${title}`,
      heading: `Your ${name} ${are} approved`,
      lead: sentences(title, `${agency.name} has approved what you sent. There’s nothing for you to do.`),
      button: "See what was approved",
      sms: `your ${name}, ${title}, ${are} approved.`,
    };
  },
  moved: ({ kind, agency, title, person, says: { when, by, notice } }) => ({
    subject: when ? `Moved to ${when}: ${title}` : `Moved: ${title}`,
    heading: `Your ${kindWords[kind].name} has moved`,
    lead: sentences(
      title,
      by && by !== person ? `${by} moved it.` : "",
      by && by === person
        ? whatYouCan(notice)
        : `If the new time doesn’t suit you, ${notice ? "pick another one there" : `call ${agency.name}`}.`,
    ),
    button: "See the new time",
    sms: `your ${kindWords[kind].name} has moved, ${title}.`,
  }),
  confirmed: ({ kind, title, person, says: { when, by, notice } }) => ({
    subject: when ? `Confirmed: ${when}, ${title}` : `Confirmed: ${title}`,
    heading: "You’re booked",
    lead: sentences(title, by && by !== person ? `${by} confirmed it.` : "", whatYouCan(notice)),
    button: `See your ${kindWords[kind].name}`,
    sms: `you're booked, ${title}.`,
  }),
  complete: ({ kind, title, hasFile }) => {
    const { name } = kindWords[kind];
    return {
      subject: `Signed by everybody: ${title}${hasFile ? " (PDF attached)" : ""}`,
      heading: "Signed by everybody",
      lead: sentences(
        title,
        hasFile
          ? `The signed ${name} is attached as a PDF. Keep it with your papers.`
          : `You can read and download the signed ${name} there.`,
      ),
      button: `See the signed ${name}`,
      sms: `your ${name} is signed by everybody, ${title}. Read and download it there.`,
    };
  },
  answered: ({ kind, agency, title }) => ({
    subject: `An answer from ${agency.name}: ${title}`,
    heading: `${agency.name} answered your question`,
    lead: `About your ${kindWords[kind].name}, ${title}.`,
    button: kindWords[kind].opens,
    sms: `an answer about your ${kindWords[kind].name}, ${title}.`,
  }),
  again: ({ kind, agency, title }) => {
    const { name } = kindWords[kind];
    return {
      subject: `Your link to ${title}`,
      heading: `Your ${name} from ${agency.name}`,
      lead: sentences(title, "It shows where things stand now."),
      button: `See your ${name}`,
      sms: `your link to your ${name}, ${title}.`,
    };
  },
  "payment-failed": ({ kind, title }) => {
    const { name } = kindWords[kind];
    return {
      subject: `A payment didn’t go through: ${title}`,
      heading: "A payment didn’t go through",
      lead: sentences(title, "You can try again there."),
      button: `See your ${name}`,
      sms: `a payment for your ${name}, ${title}, did not go through.`,
    };
  },
  settled: ({ kind, agency, title }) => {
    const { name, opens } = kindWords[kind];
    return {
      subject: `About your ${name}: ${title}`,
      heading: `${agency.name} looked into your ${name}`,
      lead: sentences(title, "You said that something was not right with it."),
      button: opens,
      sms: `we looked into your ${name}, ${title}.`,
    };
  },
};

/** The same words for the letter and the SMS: what happened, the facts of it, what was said, and how long its link opens. */
export function documentWords(facts: DocumentFacts) {
  const { kind, occasion, standing, until, says } = facts;
  const { name, ends } = kindWords[kind];
  const sooner = ends ? `${ends}, or until ` : "";
  const asking = invoiceWords(facts);
  return {
    name,
    ...(asking ?? occasionWords[occasion](facts)),
    rows: asking ? [] : rowsOf(facts),
    /** What an invoice is for, where it says what it asks for. */
    lines: asking ? linesSaid(says) : [],
    /** What the shop wrote itself: an answer, or why something comes back. */
    quote: quotes.includes(occasion) ? (says.words ?? "") : "",
    opens: standing
      ? `Works until ${sooner}${until}`
      : `Opens once, on one phone or computer, until ${until}`,
  };
}

/** What of a day, a time and a place there is to say: of an appointment when it is, of anything to be answered by when. */
function rowsOf({ kind, occasion, says: { when, place, by, due } }: DocumentFacts): Fact[] {
  const isReport = kind === "service-report";
  const rows = [
    { label: isReport ? "Visit" : "When", value: tellsWhen.includes(occasion) && when },
    { label: "Where", value: tellsWhen.includes(occasion) && place },
    { label: "Done by", value: isReport && occasion === "sent" && by },
    { label: kindWords[kind].due, value: asksAgain.includes(occasion) && due },
  ];
  return rows.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

const quotes: Occasion[] = ["answered", "returned", "settled"];
const tellsWhen: Occasion[] = ["sent", "revised", "reminder", "moved", "confirmed"];
const asksAgain: Occasion[] = ["sent", "revised", "reminder", "returned"];

/** Sentences in a row; a title ends as one where it does not already. */
const sentences = (...parts: string[]) =>
  parts
    .filter(Boolean)
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(" ");

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
