import type { MoneyLook, Picked, Verdict } from "./total";

/** What pages show of a selection sheet. Pure: components may import it. */

export type OptionView = {
  id: string;
  name: string;
  about: string;
  priceCents: number;
  /** Its picture, by the id of the file. */
  pictureId: string | null;
};

/** What one of the two people made of an item. */
export type ChoiceView = {
  /** Their first name. */
  name: string;
  pick: Picked | null;
  note: string;
  photoId: string | null;
};

export type ItemView = {
  id: string;
  name: string;
  /** What the allowance is for. */
  about: string;
  allowanceCents: number;
  /** `Thu, Apr 30`, or nothing. */
  due: string | null;
  isLate: boolean;
  /** From `selected` and `skipped` on it is with the office. */
  state: "pending" | "selected" | "skipped" | "approved";
  /** Why the office gave it back, in its words. */
  returned: string | null;
  verdict: Verdict;
  options: OptionView[];
  /** What each of the two made of it, the primary first. */
  choices: ChoiceView[];
};

/** An item as one of the two people sees it. */
export type ClientItem = ItemView & { mine: ChoiceView | null; theirs: ChoiceView | null };

/** A sheet as one of the two people sees it. */
export type ClientSheet = {
  id: string;
  items: ClientItem[];
  /** Whom a note goes to: the member who looks after it, or the shop. */
  reader: string;
  /** The other one of the two; null where there is only one. */
  other: string | null;
  money: MoneyLook;
  /** The day of the sheet, which is the first one of what is open. */
  due: string | null;
  isLate: boolean;
  /** How far it has come, and on which day, for as long as nothing is asked of the client. */
  answered: { as: "chosen" | "approved"; on: string } | null;
  /** Who sent it in last: “You”, or their first name. */
  sentInBy: string | null;
};

/** A sheet as the office sees it. */
export type OfficeSheet = {
  items: (ItemView & {
    /** For a form of the office: the due day as a date field takes it. */
    dueOn: string | null;
  })[];
  money: MoneyLook;
};
