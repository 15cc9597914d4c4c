import { FoldedReason } from "./folded-reason";
import type { FormAction } from "./form-state";

type Props = {
  action: FormAction;
  sends: Record<string, string>;
  label: string;
  /** The item, for who hears the button among many. */
  of?: string;
};

/** Gives choices back, with the reason: the client reads it as it is written. */
export const SelectionReturn = (props: Props) => (
  <FoldedReason
    {...props}
    why={{ label: "Why", hint: "The client reads this.", maxLength: 1000 }}
    button={props.label}
  />
);
