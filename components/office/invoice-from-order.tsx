"use client";
// A client component because its picker searches while somebody types.

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Choices } from "@/lib/work-orders/views";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { SearchedSelect } from "./searched-select";

type Props = {
  order: {
    number: number;
    title: string;
    bills: { id: string; title: string; amount: string }[];
    isQueried: boolean;
    made: { id: string; clientId: string; words: string }[];
    clients: Choices;
    ownerId: string | null;
  };
  action: FormAction;
};

/** Makes the draft of an invoice for a work order that is completed: to whom, and with how much on top of its bills. */
export function InvoiceFromOrder({ order, action }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { number, title, bills, isQueried, made, clients, ownerId } = order;
  const { problem, fields = {}, sent } = state;
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {made.length > 0 && <Made made={made} />}
      <input type="hidden" name="number" value={number} />
      <SearchedSelect
        id="invoice-client"
        name="contactId"
        label="For"
        choices={clients}
        chosen={sent?.contactId ?? ownerId ?? ""}
        before={<option value="">Choose a client</option>}
        hrefOf={hrefs.findClients}
        error={fields.contactId}
      />
      <div>
        <p className="text-13 font-500">What it is for</p>
        <p className="mt-1 text-14 wrap-anywhere">{title}</p>
        {bills.length === 0 ? (
          <p className="mt-1 text-13 text-ink-3">
            {isQueried
              ? "You write the price yourself."
              : "No invoice of its contractor came, so you write the price yourself."}
          </p>
        ) : (
          <ul className="mt-1 text-13 text-ink-3">
            {bills.map((bill) => (
              <li key={bill.id}>
                {bill.title}, {bill.amount}. It is attached, and the client can read it.
              </li>
            ))}
          </ul>
        )}
        {isQueried && (
          <p className="mt-1 text-13 text-ink-3">
            What you asked its contractor about is left out. Settle that first, if it belongs here.
          </p>
        )}
      </div>
      {bills.length > 0 && (
        <div className="max-w-60">
          <TextField
            id="invoice-markUp"
            name="markUp"
            label="On top of that, %"
            aside="Optional"
            inputMode="decimal"
            autoComplete="off"
            maxLength={8}
            defaultValue={sent?.markUp ?? ""}
            error={fields.markUp}
          />
        </div>
      )}
      <FormFoot backHref={hrefs.order(number)}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Make an invoice
        </Button>
      </FormFoot>
    </form>
  );
}

function Made({ made }: Pick<Props["order"], "made">) {
  return (
    <div className="rounded-control border border-line-2 px-4 py-3 text-14">
      <p className="font-500">It was invoiced already:</p>
      <ul className="mt-1 grid gap-1">
        {made.map(({ id, clientId, words }) => (
          <li key={id}>
            <Link href={hrefs.document(clientId, id)} className="text-link">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
