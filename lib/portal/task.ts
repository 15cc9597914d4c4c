import { whenWords } from "@/lib/appointments/appointment";
import { namesInWords } from "@/lib/contracts/views";
import { askedNow } from "@/lib/invoices/standing";
import type { DocumentKind } from "@/lib/links/policy";
import { documentHref } from "@/lib/links/policy";
import type { ContractFacts, Facts, InvoiceMoney, SelectionFacts } from "./facts";
import { type ClientReader, dueOf } from "./reader";
import { countWords, listWords, type Named, namedInSentence } from "./title-words";
import type { Task } from "./views";

/** A document that was sent and is neither answered nor over. */
export type OpenDocument = {
  id: string;
  kind: DocumentKind;
  title: string;
  dueOn: string | null;
  /** The project that it belongs to, where that must be said. */
  project: string | null;
};

type Asked = {
  act: string;
  facts: string[];
  brief?: string[];
  button: string;
  /** Whether the facts say of which document they are, so that its title need not. */
  sayWhich?: boolean;
  /** By when, where that is another day than the document’s. */
  dueOn?: string | null;
};
type Ask = (named: Named, facts: Facts, reader: ClientReader) => Asked | null;

/** What each kind asks of a client; null where it asks nothing of this one now. */
const asks: Record<DocumentKind, Ask> = {
  contract: ({ the }, { contract }, { you }) =>
    contract && mustSign(contract)
      ? { act: `Sign ${the}`, facts: [whoSigns(contract, you)], button: "Review and sign" }
      : null,
  scope({ the }, { scope }, { money }) {
    if (!scope || scope.approved || scope.changesRequested) return null;
    const sum = `${scope.lines} ${scope.lines === 1 ? "line" : "lines"}, ${money(scope.totalCents)}`;
    const revision = scope.revision > 1 ? `Revision ${scope.revision}` : "";
    return { act: `Approve ${the}`, facts: [sum, revision], brief: [sum], button: "Review" };
  },
  selections: (_, { selections }, reader) => (selections?.items.length ? choosing(selections, reader) : null),
  appointment({ the }, { appointment }, reader) {
    if (appointment?.state === "choosing")
      return { act: `Pick a time for ${the}`, facts: [], button: "See times" };
    if (appointment?.state !== "proposed" || !appointment.startsAt || !appointment.endsAt) return null;
    const { startsAt, endsAt, zone } = appointment;
    if (startsAt <= reader.now) return null;
    const when = whenWords({ startsAt, endsAt }, zone, { timeZone: reader.zone, locale: reader.locale });
    return { act: `Confirm ${the}`, facts: [when], button: "Confirm" };
  },
  invoice: ({ the }, { invoice }, reader) => (invoice ? paying(the, invoice, reader) : null),
  "service-report": () => null,
};

/** What an open document asks of the one who reads; null where it waits for somebody else, or for nobody. */
export function taskOf(document: OpenDocument, facts: Facts, reader: ClientReader): Task | null {
  const { id, kind, dueOn, project } = document;
  const named = namedInSentence(kind, document.title, reader.names);
  const asked = asks[kind](named, facts, reader);
  if (!asked) return null;
  const { act, button, brief = asked.facts, sayWhich = false, dueOn: day = dueOn } = asked;
  const title = sayWhich ? "" : named.unsaid;
  const of = project === title ? "" : project;
  return {
    ...{ id, kind, act, button },
    href: documentHref(kind, id),
    facts: sentences([of, title, ...asked.facts]),
    brief: sentences([of, title, ...brief]),
    due: dueOf(day, kind === "invoice" ? "Due" : "By", reader),
  };
}

const sentences = (facts: (string | null)[]) => facts.filter(Boolean).join(". ");

/**
 * Whether it is this person's turn to sign: in a set order, once everybody before them has confirmed. It never is of one whom
 * the contract names as they were called before.
 */
export function mustSign({ sealed, order, signees }: ContractFacts): boolean {
  const you = signees.find(({ isYou }) => isYou);
  if (!sealed || !you || you.isRenamed || you.confirmed || signees.some(({ declined }) => declined))
    return false;
  const before = signees.filter(({ isOffice, place }) => !isOffice && place < you.place);
  return order === "any" || before.every(({ confirmed }) => confirmed);
}

function whoSigns({ signees }: ContractFacts, you: string): string {
  const others = signees.filter(({ isYou, isOffice }) => !isYou && !isOffice);
  const waiting = others.filter(({ confirmed }) => !confirmed);
  const names = (people: { name: string }[]) => namesInWords(people.map(({ name }) => shortName(name, you)));
  if (others.length === 0) return "";
  if (waiting.length > 0) return `You and ${names(waiting)} each sign`;
  return `${names(others)} ${others.length === 1 ? "has" : "have"} signed`;
}

/** “Tom” of the same family; of anybody else the whole name. */
export function shortName(name: string, you: string): string {
  const isFamily = name.split(" ").at(-1) === you.split(" ").at(-1);
  return isFamily ? (name.split(" ")[0] ?? name) : name;
}

/** Nothing while the money is on its way, and while the shop looks into what they disagreed with. */
function paying(the: string, invoice: InvoiceMoney, { money }: ClientReader): Asked | null {
  const asked = askedNow({ ...invoice, ...isOut });
  if (!asked || invoice.disputedAt) return null;
  const amount = money(asked.amountCents);
  if (asked.what === "all") return { act: `Pay ${the}`, facts: [amount], button: "Pay" };
  if (asked.what === "rest") return { act: `Pay the rest of ${the}`, facts: [amount], button: "Pay" };
  const facts = [`${amount} deposit`];
  return { act: `Pay the deposit for ${the}`, facts, button: "Pay", dueOn: invoice.depositDueOn };
}

/** Of what a client sees: it was sent, and is asked about while it is not over. */
export const isOut = { sentAt: new Date(0), closedAs: null } as const;

function choosing({ items }: SelectionFacts, reader: ClientReader): Asked {
  const open = items.filter(({ isOpen }) => isOpen);
  const returned = items.filter(({ isReturned, isOpen }) => isReturned && !isOpen);
  const differ = items.filter(({ differsFrom }) => differsFrom !== null);
  const list = (of: { name: string }[], most: number) =>
    listWords(
      of.map(({ name }) => name),
      reader.names,
      most,
    );
  const about = (act: string, of: { name: string }[], button: string): Asked => ({
    ...{ act, button },
    facts: [list(of, 4)],
    brief: [list(of, 2)],
    sayWhich: true,
  });
  const count = (of: unknown[]) => `${countWords(of.length)} selection${of.length === 1 ? "" : "s"}`;
  if (open.length > 0) return about(`Choose ${count(open)}`, open, "Choose");
  if (returned.length > 0) return about(`Look at ${count(returned)} again`, returned, "Choose");
  const other = differ[0]?.differsFrom;
  if (other) return about(`Agree with ${shortName(other, reader.you)} on ${count(differ)}`, differ, "Choose");
  const all = `${items.length === 1 ? "It is" : `All ${countWords(items.length)} are`} decided`;
  return { act: "Send your selections", facts: [all], button: "Look and send" };
}
