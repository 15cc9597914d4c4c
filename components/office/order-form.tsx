"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import type { Choices } from "@/lib/work-orders/views";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { OrderPhotos } from "./order-photos";
import { PropertyPicker } from "./property-picker";
import { RefusedNotice } from "./refused-notice";
import { usePhotos } from "./use-photos";

export type OrderToEdit = {
  id: string;
  number: number;
  version: number;
  title: string;
  scope: string;
  trade: string | null;
  ceiling: string;
  propertyId: string;
  isDraft: boolean;
  /** What happened last, as the timeline says it. */
  lastSentence: string;
};

type Props = {
  action: FormAction;
  /** The order as it was read; nothing for a new one. */
  order?: OrderToEdit;
  properties: Choices;
  trades: string[];
  symbol: string;
  taxLabel: string;
};

/** Writes a work order, or changes what it says. Nothing is sent from here. */
export function OrderForm({ action, order, properties, trades, symbol, taxLabel }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { fields = {}, sent } = state;
  const photos = usePhotos();
  const wait = pending || photos.underWay;
  const typed = (name: "title" | "scope" | "trade" | "ceiling") => ({
    id: `order-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? order?.[name] ?? "",
  });
  return (
    <form {...form} className="grid gap-5">
      <RefusedNotice state={state} happened={order?.lastSentence ?? ""} />
      {order && <input type="hidden" name="orderId" value={order.id} />}
      {order && <input type="hidden" name="version" value={order.version} />}
      <TextField
        {...typed("title")}
        label="Title, in a few words"
        placeholder="Hot-water unit leaking"
        required
        maxLength={120}
        autoComplete="off"
      />
      <PropertyPicker
        properties={properties}
        chosen={sent ? (sent.propertyId ?? "") : order?.propertyId}
        typed={sent}
        errors={fields}
      />
      <TextArea
        {...typed("scope")}
        label="Scope"
        hint="What is to be done, and when to stop and ask. The contractor sees this."
        className="min-h-24"
        maxLength={5000}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...typed("trade")}
          label="Trade"
          aside="Optional"
          list="trades"
          maxLength={60}
          autoComplete="off"
        />
        <datalist id="trades">
          {trades.map((trade) => (
            <option key={trade} value={trade} />
          ))}
        </datalist>
        <MoneyField
          {...typed("ceiling")}
          label="Cost ceiling"
          aside="Optional"
          symbol={symbol}
          tax={taxLabel}
        />
      </div>
      <OrderPhotos {...photos} error={fields.photos} />
      <FormFoot backHref={order ? hrefs.order(order.number) : hrefs.inbox}>
        {(!order || order.isDraft) && (
          <Button kind="primary" size="desk-tall" name="next" value="dispatch" disabled={wait}>
            Dispatch…
          </Button>
        )}
        <Button
          kind={order && !order.isDraft ? "primary" : "secondary"}
          size="desk-tall"
          name="next"
          value="save"
          disabled={wait}
        >
          {order ? "Save changes" : "Save as draft"}
        </Button>
      </FormFoot>
    </form>
  );
}
