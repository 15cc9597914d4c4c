import type { ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { AskedOnce } from "./asked-once";
import { HiddenFields } from "./hidden-fields";
import type { Accepts } from "./link-words";
import { MainButton } from "./main-button";

/** The field for each. */
export const addressInputs = {
  "work email": { label: "Work email", name: "email", type: "email", autoComplete: "email" },
  email: { label: "Email", name: "address", type: "email", autoComplete: "email" },
  // A type that takes both: a phone then offers the keyboard for addresses, and no browser refuses a number.
  "email or mobile number": {
    label: "Email or mobile number",
    name: "address",
    type: "text",
    inputMode: "email",
    autoComplete: "username",
  },
} as const satisfies Record<Accepts, object>;

type Props = {
  accepts: Accepts;
  /** Where it is posted. */
  action: string;
  /** What is posted beside it. */
  sends?: Record<string, string> | undefined;
  button: string;
  hint: ReactNode;
  /** What is wrong with what was typed, and what that was. */
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
};

/** One field and one button: the address that a link is to go to. */
export function AddressForm({ accepts, action, sends = {}, button, hint, problem, sent }: Props) {
  const { label, ...input } = addressInputs[accepts];
  return (
    <form method="post" action={action} className="mt-8 grid gap-6">
      <HiddenFields fields={sends} />
      <AskedOnce />
      <TextField
        {...input}
        id="address"
        label={label}
        phone
        required
        maxLength={254}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={sent?.[input.name]}
        error={problem}
        hint={<span className="block leading-5.5 text-ink-2">{hint}</span>}
        className="min-h-15"
      />
      <MainButton>{button}</MainButton>
    </form>
  );
}
