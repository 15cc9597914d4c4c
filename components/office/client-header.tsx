import { StatusChip } from "@/components/ui/chip";
import { RouteButton } from "@/components/ui/route-button";
import { CantGetIn } from "./cant-get-in";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Props = {
  client: { id: string; active: boolean };
  mayWrite: boolean;
  /** Puts on the record that they called, and leads to their links. */
  openAfterCall: FormAction;
};

/** Whether they are active, and the ways on: their links when they call, and their details. */
export function ClientHeader({ client: { id, active }, mayWrite, openAfterCall }: Props) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {!active && <StatusChip tone="closed" text="Not active" />}
      {mayWrite ? (
        <CantGetIn action={openAfterCall} client={id} />
      ) : (
        <RouteButton href={hrefs.activityOf(id)}>Can’t get in?</RouteButton>
      )}
      <RouteButton href={hrefs.statement(id)}>Statement</RouteButton>
      {mayWrite && <RouteButton href={hrefs.editClient(id)}>Edit</RouteButton>}
    </span>
  );
}
