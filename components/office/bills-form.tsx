"use client";
// A client component because it counts what is ticked, and shows what came of it beside the list.

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { BillPayFields } from "./bill-pay-fields";
import { SentBefore } from "./bill-ticks";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

type Props = { action: FormAction; today: string; isEmpty: boolean; children: ReactNode };

/** The list with what is done to those that are ticked. What comes back keeps its ticks, and so does what was approved. */
export function BillsForm({ action, today, isEmpty, children }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const list = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  const ticks = () => Array.from(list.current?.querySelectorAll<HTMLInputElement>("[data-tick]") ?? []);
  const recount = () => setCount(ticks().filter(({ checked }) => checked).length);
  const tickAll = () => {
    const all = ticks();
    const isOn = all.some(({ checked }) => !checked);
    for (const tick of all) tick.checked = isOn;
    recount();
  };
  // After every render, since what an act took out of the list is ticked no more.
  useEffect(recount);
  return (
    <form ref={list} {...form} onChange={recount}>
      <SentBefore value={state.sent ?? {}}>{children}</SentBefore>
      {!isEmpty && (
        <fieldset disabled={pending} className="mt-4 rounded-phone border border-line bg-paper p-4">
          <legend className="sr-only">What is done with the ticked invoices</legend>
          <div className="grid gap-3 sm:grid-cols-[auto_1fr_auto_auto] sm:items-end">
            <BillPayFields id="several" today={today} state={state} />
            <Button kind="primary" size="desk-tall" name="act" value="pay">
              {count > 0 ? `Mark ${count} as paid` : "Mark as paid"}
            </Button>
            <Button size="desk-tall" name="act" value="approve">
              {count > 0 ? `Approve ${count}` : "Approve"}
            </Button>
          </div>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
            <p className="text-13 text-ink-3">
              Tick invoices to approve them or mark them as paid. Only what is approved can be paid.
            </p>
            <Button type="button" kind="quiet" onClick={tickAll} className="noscript:hidden">
              Tick all on this page
            </Button>
          </div>
        </fieldset>
      )}
      <div className="mt-3 empty:hidden">
        <RefusedNotice state={state} happened="" />
        {state.done && (
          <p role="status" className="text-14 text-completed">
            {state.done}
          </p>
        )}
      </div>
    </form>
  );
}
