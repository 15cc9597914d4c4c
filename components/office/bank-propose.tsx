"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { NumberNames } from "@/lib/bank/views";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  names: NumberNames;
  hints: { routing: string; number: string };
  /** Who else of the office may confirm. */
  others: string[];
  action: FormAction;
};

/** The first member’s part: what the new details are. Where nobody could confirm them, the words that say so. */
export function BankPropose({ names, hints, others, action }: Props) {
  return (
    <section aria-labelledby="bank-propose">
      <h2 id="bank-propose" className="text-16 font-600">
        Propose new details
      </h2>
      {others.length === 0 ? (
        <div className="mt-3 max-w-120">
          <Notice tone="locked">
            Your office needs a second owner or manager: new bank details take effect only when somebody else
            confirms them, so that nobody can change them alone.
          </Notice>
        </div>
      ) : (
        <>
          <p className="text-14 text-ink-3">
            Everybody else in your office gets an email. Another owner or manager confirms the details; a day
            later they take effect.
          </p>
          <Details names={names} hints={hints} action={action} />
        </>
      )}
    </section>
  );
}

function Details({ names, hints, action }: Omit<Props, "others">) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: string) => ({
    ...{ id: `bank-${name}`, name, autoComplete: "off", spellCheck: false },
    error: fields[name],
    defaultValue: sent?.[name],
  });
  return (
    <form {...form} className="mt-4 grid max-w-120 gap-4">
      {problem && Object.keys(fields).length === 0 && <Notice tone="problem">{problem}</Notice>}
      <TextField {...field("accountName")} label="Account name" required maxLength={120} />
      <TextField {...field("bankName")} label="Bank" maxLength={120} aside="Optional" />
      {names.routing && (
        <TextField {...field("routing")} label={names.routing} maxLength={60} hint={hints.routing} />
      )}
      <TextField
        {...field("accountNumber")}
        label={names.number}
        required
        maxLength={60}
        hint={hints.number}
      />
      <div>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Propose these details
        </Button>
      </div>
    </form>
  );
}
