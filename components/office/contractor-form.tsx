"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { Tick } from "./tick";

type Kept = Partial<Record<"name" | "company" | "trade" | "email" | "phone", string>> & {
  id?: string;
  prefers?: "email" | "sms";
  active?: boolean;
};

type Props = {
  action: FormAction;
  /** The contractor as kept; nothing for a new one. */
  contractor?: Kept;
  trades: string[];
};

/** Adds a contractor or changes one. */
export function ContractorForm({ action, contractor = {}, trades }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: "name" | "company" | "trade" | "email" | "phone") => ({
    id: `contractor-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? contractor[name] ?? "",
  });
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {contractor.id && <input type="hidden" name="id" value={contractor.id} />}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("company")}
          label="Company"
          aside="Optional"
          maxLength={120}
          autoComplete="off"
        />
        <TextField {...field("name")} label="Who you speak to" required maxLength={120} autoComplete="off" />
        <TextField
          {...field("trade")}
          label="Trade"
          aside="Optional"
          maxLength={60}
          list="trades"
          autoComplete="off"
        />
        <datalist id="trades">
          {trades.map((trade) => (
            <option key={trade} value={trade} />
          ))}
        </datalist>
        <span className="max-sm:hidden" />
        <TextField
          {...field("phone")}
          type="tel"
          label="Mobile"
          hint="For jobs by SMS, and for the Call button."
          autoComplete="off"
        />
        <TextField {...field("email")} type="email" label="Email" autoComplete="off" />
      </div>
      <div className="max-w-72">
        <Segmented
          name="prefers"
          legend="Gets jobs by"
          choices={[
            { value: "sms", label: "SMS" },
            { value: "email", label: "Email" },
          ]}
          initial={sent?.prefers ?? contractor.prefers ?? "sms"}
        />
      </div>
      <Tick
        name="active"
        label="Active"
        hint="A contractor who isn’t active is sent nothing, and their links stop working."
        ticked={sent ? sent.active === "on" : (contractor.active ?? true)}
      />
      <FormFoot backHref={hrefs.contractors}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {contractor.id ? "Save changes" : "Add contractor"}
        </Button>
      </FormFoot>
    </form>
  );
}
