"use client";
// A client component because what was typed stays in the form when it is refused.

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { DoneWords } from "./done-words";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Settings = {
  prefix: string;
  next: number;
  termsDays: number;
  taxName: string;
  taxRate: string;
  /** Empty where the business gave none. */
  businessNumber: string;
};

type Props = {
  settings: Settings;
  /** What the number is called where the business is: “ABN”. */
  numberName: string;
  action: FormAction | undefined;
};

/** The numbers, days and tax of invoices; a record for whoever may not change them. */
export function InvoiceSettingsForm({ settings, numberName, action }: Props) {
  return (
    <section aria-labelledby="invoices-heading">
      <h2 id="invoices-heading" className="text-16 font-600">
        Numbers, days and tax
      </h2>
      {action ? (
        <Fields settings={settings} numberName={numberName} action={action} />
      ) : (
        <Record settings={settings} numberName={numberName} />
      )}
    </section>
  );
}

function Record({ settings, numberName }: Omit<Props, "action">) {
  const { prefix, next, termsDays, taxName, taxRate, businessNumber } = settings;
  return (
    <div className="mt-4 grid gap-1 text-14 text-ink-2">
      <p>{`${prefix}${next}`} is next.</p>
      <p>
        Due{" "}
        {termsDays === 0 ? "on the day that they are sent" : `${daysWords(termsDays)} after they are sent`}.
      </p>
      <p>
        Tax of a new line: {taxName} {taxRate}%.
      </p>
      {businessNumber && (
        <p>
          {numberName} {businessNumber}.
        </p>
      )}
    </div>
  );
}

const daysWords = (count: number) => (count === 1 ? "1 day" : `${count} days`);

function Fields({ settings, numberName, action }: Props & { action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: keyof Settings) => ({
    id: `invoices-${name}`,
    name,
    autoComplete: "off",
    error: fields[name],
    defaultValue: sent?.[name] ?? settings[name],
  });
  return (
    <form {...form} className="mt-4 grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField {...field("prefix")} label="Numbers begin with" aside="Optional" maxLength={12} />
        <TextField
          {...field("next")}
          label="Next number"
          inputMode="numeric"
          required
          maxLength={9}
          hint={`${settings.prefix}${settings.next} is next. Numbers only go forward, without a gap.`}
        />
        <TextField
          {...field("termsDays")}
          label="Days to pay"
          inputMode="numeric"
          required
          maxLength={3}
          hint="Counted from the day that an invoice is sent, where it has no day of its own."
        />
      </div>
      <TaxFields field={field} numberName={numberName} />
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Save
        </Button>
        <DoneWords pending={pending} done={state.done} />
      </div>
    </form>
  );
}

type Field = (
  name: keyof Settings,
) => Pick<ComponentProps<typeof TextField>, "id" | "name" | "autoComplete" | "error" | "defaultValue">;

/** What a tax office looks for on an invoice. */
function TaxFields({ field, numberName }: { field: Field; numberName: string }) {
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <TextField {...field("taxName")} label="Tax" aside="Optional" maxLength={40} placeholder="GST" />
      <TextField
        {...field("taxRate")}
        label="Rate, %"
        inputMode="decimal"
        maxLength={8}
        hint="A new line has it. Each line may have another one; 0 is none."
      />
      <TextField
        {...field("businessNumber")}
        label={numberName}
        aside="Optional"
        maxLength={40}
        hint="It stands on your invoices, receipts and statements."
      />
    </div>
  );
}

/** Where clients’ payments go: an owner’s alone. */
export function InvoiceAccount({ account, action }: { account: string; action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  return (
    <section aria-labelledby="account-heading">
      <h2 id="account-heading" className="text-16 font-600">
        Stripe account
      </h2>
      <p className="text-14 text-ink-3">
        Where payments by card and bank account go. Only an owner sees and changes it.
      </p>
      <form {...form} className="mt-4 grid max-w-110 gap-4">
        {problem && !fields.account && <Notice tone="problem">{problem}</Notice>}
        <TextField
          id="invoices-account"
          name="account"
          label="Connected account"
          aside="Optional"
          autoComplete="off"
          maxLength={70}
          placeholder="acct_"
          defaultValue={sent?.account ?? account}
          error={fields.account}
          hint="Empty where this installation has one account of its own."
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button size="desk-tall" disabled={pending}>
            Save the account
          </Button>
          <DoneWords pending={pending} done={state.done} />
        </div>
      </form>
    </section>
  );
}
