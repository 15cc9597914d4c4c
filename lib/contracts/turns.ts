/** Whose turn it is to sign: the rules, apart from where they are kept. */

type Turn = {
  id: string;
  memberId: string | null;
  place: number;
  signedAt: Date | null;
  confirmedAt: Date | null;
  declinedAt: Date | null;
};

export type Order = "any" | "set";

/** waiting: others come first. next: they may sign. signed: it is there, and counts once they have confirmed it. */
export type SigneeState = "waiting" | "next" | "signed" | "confirmed" | "declined";

/** A person of a client, not a member who signs for the office. */
export const isClientsSignee = ({ memberId }: Pick<Turn, "memberId">) => memberId === null;

/** A signature counts once it is confirmed. */
export const hasSigned = ({ confirmedAt }: Pick<Turn, "confirmedAt">) => confirmedAt !== null;

/** How far one who signs has come. In a set order they come when everybody with a smaller number has confirmed. */
export function stateOf(signee: Turn, all: readonly Turn[], order: Order): SigneeState {
  if (signee.declinedAt) return "declined";
  if (signee.confirmedAt) return "confirmed";
  if (signee.signedAt) return "signed";
  const before = all.filter((other) => isClientsSignee(other) && other.place < signee.place);
  return order === "any" || before.every(hasSigned) ? "next" : "waiting";
}

/** Those of the clients who may sign now and have not yet: whom a link is for. */
export const whoseTurn = <T extends Turn>(all: readonly T[], order: Order): T[] =>
  all.filter((signee) => isClientsSignee(signee) && ["next", "signed"].includes(stateOf(signee, all, order)));

/** Whoever has declined: nobody signs until the office has changed the text. */
export const decliner = <T extends Turn>(all: readonly T[]): T | undefined =>
  all.find(({ declinedAt }) => declinedAt !== null);
