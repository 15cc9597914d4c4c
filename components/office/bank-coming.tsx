import { Button } from "@/components/ui/button";
import { StatusChip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import type { ComingView, NumberNames } from "@/lib/bank/views";
import { ActionForm } from "./action-form";
import { BankConfirm } from "./bank-confirm";
import type { FormAction } from "./form-state";
import { RecordFacts } from "./record-facts";

type Props = {
  coming: ComingView;
  names: NumberNames;
  /** Who else of the office may confirm. */
  others: string[];
  /** Missing for whoever may only look. */
  actions: { confirm: FormAction; withdraw: FormAction } | undefined;
};

/** Bank details that are not in force yet: who proposed them, who has to confirm them, and when they take effect. */
export function BankComing({ coming, names, others, actions }: Props) {
  const { id, state, proposed, confirmed, stopped } = coming;
  return (
    <section aria-labelledby="bank-coming">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="bank-coming" className="text-16 font-600">
          Coming
        </h2>
        {stopped ? (
          <StatusChip tone="closed" text="Can’t take effect" />
        ) : confirmed ? (
          <StatusChip tone="scheduled" text={`Takes effect ${confirmed.takesEffect}`} />
        ) : (
          <StatusChip tone="on-site" text="Waits for a second member" />
        )}
      </div>
      <p className="mt-1 text-14 text-ink-2">
        Proposed by {proposed.isMine ? "you" : proposed.by}, {proposed.when}.{" "}
        {whatNext(coming, others, actions !== undefined)}
      </p>
      {stopped && (
        <div className="mt-3">
          <Notice tone="problem">{stopped}</Notice>
        </div>
      )}
      <div className="mt-4 tabular-nums">
        <RecordFacts facts={factsOf(coming, names)} />
      </div>
      {actions && (
        <div className="mt-5 grid gap-5">
          {state === "proposed" && !proposed.isMine && !stopped && (
            <BankConfirm id={id} number={names.number} action={actions.confirm} />
          )}
          <ActionForm action={actions.withdraw} sends={{ id }} className="flex flex-wrap items-center gap-3">
            <Button kind="danger" size="desk-tall">
              Take them back
            </Button>
            <span className="text-13 text-ink-3">
              {confirmed
                ? "Clients who were told are told that nothing changes."
                : "No client has heard of them."}
            </span>
          </ActionForm>
        </div>
      )}
    </section>
  );
}

function factsOf(coming: ComingView, names: NumberNames) {
  const { accountName, bankName, routing, accountNumber, checkWords } = coming;
  return {
    "Account name": accountName,
    ...(bankName && { Bank: bankName }),
    ...(names.routing && routing && { [names.routing]: routing }),
    [names.number]: accountNumber,
    ...(checkWords && { "Check words": checkWords }),
  };
}

/** What still has to happen, said to whoever reads it. */
function whatNext({ proposed, confirmed, stopped }: ComingView, others: string[], may: boolean): string {
  if (confirmed)
    return `Confirmed by ${confirmed.by}, ${confirmed.when}. Clients with something to pay were told that they change.`;
  if (stopped) return "";
  const effect = "They take effect a day after that.";
  if (!proposed.isMine)
    return may
      ? `You can confirm them below, or take them back. ${effect}`
      : `Another owner or manager has to confirm them. ${effect}`;
  if (others.length === 0) return "Nobody else in your office may confirm them now, so they wait.";
  return `${inWords(others)} can confirm them, and nobody knows of them but your office. ${effect}`;
}

/** “June Okafor or Theo Brandt” */
const inWords = (names: string[]) => new Intl.ListFormat("en-AU", { type: "disjunction" }).format(names);
