"use client";
// A client component because a tap saves at once, and its answer shows beside it.

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { segment, segmentTrack } from "@/components/ui/segment-class";
import { DoneWords } from "./done-words";
import type { FormAction } from "./form-state";
import { Menu } from "./menu";
import { RefusedNotice } from "./refused-notice";

export type Length = {
  kind: "client" | "staff";
  /** "Homeowners" */
  people: string;
  days: number;
  least: number;
  most: number;
};

const usual = [1, 7, 30];
const words = (days: number) => `${days} day${days === 1 ? "" : "s"}`;

/** How long one kind of people stays signed in: a tap on a length, or a number of days of one's own. */
export function SessionLength({
  length,
  says,
  action,
}: {
  length: Length;
  says: string;
  action: FormAction;
}) {
  const [state, submit, pending] = useActionState(action, {});
  const { kind, people, days } = length;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <fieldset className="flex min-w-0 flex-wrap items-center max-sm:w-full">
        <legend className="float-left text-14 font-500 max-sm:mb-1.5 max-sm:w-full sm:w-34">{people}</legend>
        <div className={segmentTrack}>
          <form action={submit} className="contents">
            <input type="hidden" name="kind" value={kind} />
            {usual.map((each) => (
              <button
                key={each}
                type="submit"
                name="days"
                value={each}
                aria-pressed={each === days}
                className={`${segment} whitespace-nowrap`}
              >
                {words(each)}
              </button>
            ))}
          </form>
          <OtherLength key={days} length={length} submit={submit} />
        </div>
      </fieldset>
      <p className="text-13 text-ink-3">{says}</p>
      <DoneWords pending={pending} done={state.done} />
      <RefusedNotice state={state} happened="" />
    </div>
  );
}

function OtherLength({ length, submit }: { length: Length; submit: (form: FormData) => void }) {
  const { kind, people, days, least, most } = length;
  const isUsual = usual.includes(days);
  const shown = isUsual ? "Other" : words(days);
  return (
    <Menu
      label={`${shown}: choose a number of days, ${people}`}
      icon={shown}
      className={`${segment} h-full list-none whitespace-nowrap ${isUsual ? "" : "border-line-2 bg-surface text-ink shadow-control"}`}
    >
      <form action={submit} className="flex w-56 items-end gap-2 p-3">
        <input type="hidden" name="kind" value={kind} />
        <div className="flex-1">
          <TextField
            id={`${kind}-days`}
            label={`Days, ${least} to ${most}`}
            name="days"
            type="number"
            inputMode="numeric"
            required
            min={least}
            max={most}
            defaultValue={days}
          />
        </div>
        <Button kind="primary" size="desk-tall">
          Save
        </Button>
      </form>
    </Menu>
  );
}
