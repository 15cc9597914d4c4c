import { Notice } from "@/components/ui/notice";
import type { FormState } from "./form-state";

type Props = {
  state: FormState;
  /** What happened last, as the timeline says it: what a stale form was too late for. */
  happened: string;
};

/** Why a form came back; where somebody was faster, it says what happened and that this form changed nothing. */
export function RefusedNotice({ state, happened }: Props) {
  if (!state.problem) return null;
  if (state.reason !== "stale" || !happened) return <Notice tone="problem">{state.problem}</Notice>;
  return (
    <Notice tone="problem">
      <span className="font-550">{happened} while you were looking.</span> Nothing was changed. Look it over
      and send it again if it still fits.
    </Notice>
  );
}
