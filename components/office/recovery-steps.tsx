import { Check, Mail, MessageSquare } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import { ActionForm } from "./action-form";
import { type ActivityFilter, activityHref } from "./activity-address";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { RecoveryLink } from "./recovery-link";

type Act =
  | { kind: "send"; channel: "email" | "sms"; address: string }
  | { kind: "recover"; address: string }
  | { kind: "client"; words: string };

export type RecoveryStep = {
  name: string;
  title: string;
  words: string;
  state: "done" | "here" | "next";
  acts: Act[];
};

type Props = {
  client: string;
  filter: ActivityFilter;
  people: { who: string; name: string; isChosen: boolean }[];
  steps: RecoveryStep[];
  /** Nothing for who may only look. */
  actions: { send: FormAction; recover: FormAction } | null;
};

/** What to do for a client who can’t get in, in order, each step with its own button. */
export function RecoverySteps({ client, filter, people, steps, actions }: Props) {
  return (
    <>
      <h2 id="steps-heading" className="text-16 font-600">
        Can’t get in?
      </h2>
      <p className="text-14 text-ink-2">Work down the list in order.</p>
      {people.length > 1 && <People people={people} filter={filter} />}
      <ol aria-live="polite" className="mt-6">
        {steps.map((step, place) => (
          <li
            key={step.name}
            className="group relative grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-0"
          >
            <span
              aria-hidden
              className="absolute top-6 bottom-0 left-2.75 w-0.5 bg-line-2 group-last:hidden"
            />
            <Dot state={step.state} number={place + 1} />
            <div className="pt-0.5">
              <h3 className="text-14 font-600">{step.title}</h3>
              <p className="mt-0.5 text-13 text-ink-3 wrap-anywhere">{step.words}</p>
              <Acts step={step} client={client} actions={actions} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which of the two is on the phone: each has links and addresses of their own. */
function People({ people, filter }: Pick<Props, "people" | "filter">) {
  return (
    <ul aria-label="Who can’t get in" className="mt-3 flex flex-wrap gap-2">
      {people.map(({ who, name, isChosen }) => (
        <li key={who}>
          <Link
            href={activityHref({ ...filter, who })}
            aria-current={isChosen ? "true" : undefined}
            className="flex min-h-8 items-center rounded-control border border-line-2 bg-surface px-3 text-13 font-500 text-ink-2 aria-[current=true]:border-accent aria-[current=true]:bg-accent-tint aria-[current=true]:text-accent pointer-coarse:min-h-11"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const dots: Record<RecoveryStep["state"], string> = {
  done: "bg-completed-tint text-completed",
  here: "bg-question text-surface",
  next: "border border-line-2 bg-surface text-ink-2",
};

const said: Record<RecoveryStep["state"], string> = {
  done: "Done:",
  here: "Do this now:",
  next: "After that:",
};

function Dot({ state, number }: { state: RecoveryStep["state"]; number: number }) {
  return (
    <span
      className={`relative flex size-6 items-center justify-center rounded-full text-12 font-600 ${dots[state]}`}
    >
      <span className="sr-only">{said[state]}</span>
      <span aria-hidden>{state === "done" ? <Check size={14} strokeWidth={2} /> : number}</span>
    </span>
  );
}

function Acts({ step, client, actions }: Pick<Props, "client" | "actions"> & { step: RecoveryStep }) {
  if (!actions || step.acts.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {step.acts.map((act) =>
        act.kind === "client" ? (
          <RouteButton key={act.kind} href={hrefs.client(client)}>
            {act.words}
          </RouteButton>
        ) : act.kind === "recover" ? (
          <RecoveryLink key={act.kind} action={actions.recover} client={client} address={act.address} />
        ) : (
          <ActionForm
            key={act.channel}
            action={actions.send}
            sends={{ client, address: act.address }}
            className="grid justify-items-start gap-2"
          >
            <Button
              kind={step.state === "here" ? "primary" : "secondary"}
              icon={<Way channel={act.channel} />}
            >
              Send by {act.channel === "sms" ? "SMS" : "email"}
            </Button>
          </ActionForm>
        ),
      )}
    </div>
  );
}

function Way({ channel }: { channel: "email" | "sms" }) {
  const Icon = channel === "sms" ? MessageSquare : Mail;
  return <Icon aria-hidden size={15} />;
}
