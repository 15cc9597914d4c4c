"use client";
// A client component because what was typed stays in the form when it is refused.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { FormFoot } from "./form-foot";
import type { FormAction, FormState } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { Tick } from "./tick";

type Text = "name" | "email" | "phone" | "partnerName" | "partnerEmail" | "partnerPhone";

type Props = {
  action: FormAction;
  /** The client as kept; nothing for a new one. */
  client?: Record<Text | "timeZone", string> & { id: string; active: boolean; version: number };
  /** The business’s own zone. */
  zone: string;
};

/** Adds a client or changes one: two people at most, each with an address of their own. */
export function ClientForm({ action, client, zone }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, sent, fields = {} } = state;
  const [readAt] = useState(client?.version);
  // After a refusal as stale the page is as it is now, and whoever sends the form again has seen that.
  const version = state.reason === "stale" ? client?.version : (sent?.version ?? readAt);
  return (
    <form {...form} className="grid gap-6">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {client && <input type="hidden" name="id" value={client.id} />}
      {client && <input type="hidden" name="version" value={version} />}
      <Person
        legend="Client"
        names={["name", "email", "phone"]}
        hint="A link reaches them by email or by SMS. At least one of the two."
        {...{ state, client }}
      />
      <Person
        legend="Partner"
        names={["partnerName", "partnerEmail", "partnerPhone"]}
        hint="A second person, who signs in and acts as themselves. Leave it empty if there is none."
        {...{ state, client }}
      />
      <TextField
        id="client-timeZone"
        name="timeZone"
        label="Time zone"
        aside="Optional"
        error={fields.timeZone}
        defaultValue={sent?.timeZone ?? client?.timeZone ?? ""}
        placeholder={zone}
        hint="Where they live, by a city: Australia/Perth. Reminders come in the morning there. Leave it empty for your office’s own."
        maxLength={60}
        autoComplete="off"
      />
      <Tick
        name="active"
        label="Active"
        hint="A client who isn’t active is sent nothing, opens nothing, and is signed out at once."
        ticked={sent ? sent.active === "on" : (client?.active ?? true)}
      />
      {!client && (
        <Tick
          name="portalAccess"
          label="Portal access"
          hint="They see all their projects and documents. Each person is sent an invitation. It can be closed on their page."
          ticked={sent?.portalAccess === "on"}
        />
      )}
      <FormFoot backHref={client ? hrefs.client(client.id) : hrefs.clients}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {client ? "Save changes" : "Add client"}
        </Button>
      </FormFoot>
    </form>
  );
}

type PersonProps = Pick<Props, "client"> & {
  legend: string;
  names: [name: Text, email: Text, phone: Text];
  hint: string;
  state: FormState;
};

function Person({ legend, names, hint, state: { fields = {}, sent }, client }: PersonProps) {
  const [name, email, phone] = names;
  const field = (of: Text) => ({
    id: `client-${of}`,
    name: of,
    error: fields[of],
    defaultValue: sent?.[of] ?? client?.[of] ?? "",
    autoComplete: "off",
  });
  return (
    <fieldset className="min-w-0">
      <legend className="text-16 font-600">{legend}</legend>
      <p className="text-13 text-ink-3">{hint}</p>
      <div className="mt-4 grid gap-5 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextField {...field(name)} label="Name" required={name === "name"} maxLength={120} />
        </div>
        <TextField {...field(email)} type="email" label="Email" />
        <TextField {...field(phone)} type="tel" label="Mobile" />
      </div>
    </fieldset>
  );
}
