import { CalendarPlus, CalendarX, Check, ListChecks, type LucideIcon, MapPin, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { settledWords } from "@/components/links/document-words";
import { HiddenFields } from "@/components/links/hidden-fields";
import { MainButton, MainLink, OtherLink } from "@/components/links/main-button";
import { StatusChip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import type { AppointmentView } from "@/lib/appointments/views";
import { AppointmentTimes, CallShop } from "./appointment-times";
import { RefusedWords } from "./refused-words";

type Props = {
  view: AppointmentView;
  /** The page’s own address: every act is posted below it. */
  page: string;
  /** Whether whoever reads may act on it. */
  mayAct: boolean;
  /** Why the last act was refused, and what was written where its form stands no more. */
  refused: { problem: string; unsaved: string | undefined } | undefined;
  /** What was asked about it, and the way to ask. */
  questions: ReactNode;
};

/** One appointment as its client reads it: when, where, who, what to have ready, and one tap to say yes. */
export function AppointmentPage({ view, page, mayAct, refused, questions }: Props) {
  const isOpen = view.state !== "cancelled" && view.state !== "past";
  return (
    <article className="flex min-h-[calc(100dvh-11rem)] flex-col gap-y-6 max-sm:-mt-2 min-[60rem]:grid min-[60rem]:min-h-0 min-[60rem]:grid-cols-[minmax(0,1fr)_24rem] min-[60rem]:grid-rows-[auto_1fr] min-[60rem]:gap-x-18">
      <div>
        {refused && (
          <div className="mb-5">
            <RefusedWords {...refused} />
          </div>
        )}
        <Heading view={view} />
        <Facts view={view} />
      </div>
      <div className="grid content-start gap-8 empty:hidden min-[60rem]:col-start-2 min-[60rem]:row-span-2 min-[60rem]:row-start-1">
        {isOpen &&
          mayAct &&
          (view.begun ? <Begun view={view} /> : <AppointmentTimes view={view} page={page} />)}
        {questions}
      </div>
      <Acts view={view} page={page} mayAct={mayAct} />
    </article>
  );
}

function Heading({ view: { title, state, time, zone, shop } }: Pick<Props, "view">) {
  const isOver = state === "cancelled" || state === "past";
  const settled = isOver ? settledWords("appointment", state, shop.name) : null;
  return (
    <header>
      {settled && (
        <div className="mb-5">
          <Notice phone>
            {settled.heading}. {settled.sentence}
          </Notice>
        </div>
      )}
      <p className="text-16 text-ink-2">{title}</p>
      <h1 className={`mt-0.5 text-34 font-650 text-balance ${state === "cancelled" ? "line-through" : ""}`}>
        {time?.day ?? "Choose a time"}
      </h1>
      {time ? (
        <p className="text-20 font-550 tracking-[-0.01em]">
          {isOver ? time.hours : `We arrive ${time.hours}`}
        </p>
      ) : (
        <p className="mt-1 text-17 text-ink-2">Tap one of the free times. It’s yours at once.</p>
      )}
      {zone && <p className="text-15 text-ink-2">{zone}</p>}
      {state === "confirmed" && (
        <p className="mt-3">
          <StatusChip tone="completed" text="You’re booked" />
        </p>
      )}
    </header>
  );
}

function Facts({ view: { place, crew, stays, ready } }: Pick<Props, "view">) {
  return (
    <ul className="mt-4 grid gap-2 border-y border-line py-4">
      {place && <Fact icon={MapPin} says="Where" words={place} />}
      <Fact icon={UserRound} says="Who comes" words={[crew, stays].filter(Boolean).join(", ")} />
      {ready && <Fact icon={ListChecks} says="Before we come" words={ready} />}
    </ul>
  );
}

function Fact({ icon: Icon, says, words }: { icon: LucideIcon; says: string; words: string }) {
  return (
    <li className="flex gap-3.5">
      <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-2" />
      <span className="min-w-0 text-16 whitespace-pre-line wrap-anywhere">
        <span className="sr-only">{says}: </span>
        {words}
      </span>
    </li>
  );
}

/** What has begun is neither moved nor cancelled here: there is a call to make. */
function Begun({ view: { begun, shop } }: Pick<Props, "view">) {
  return (
    <section aria-label="To move or cancel it">
      <p className="text-16 text-ink-2">{begun}</p>
      <CallShop shop={shop} />
    </section>
  );
}

/** The one act, pinned to a phone’s foot; on a wide screen below the facts. */
function Acts({ view, page, mayAct }: Omit<Props, "refused" | "questions">) {
  const { state, time, seen, shop, begun } = view;
  if (!time) return null;
  if (state === "past") return <CallShop shop={shop} />;
  const calendarHref = `${page}/calendar`;
  if (state === "cancelled") {
    return (
      <p>
        <OtherLink href={calendarHref} icon={<CalendarX {...quietIcon} />}>
          Take it off your calendar
        </OtherLink>
      </p>
    );
  }
  return (
    <div data-pinned="" className={pinned}>
      {state === "confirmed" ? (
        <MainLink href={calendarHref} icon={<CalendarPlus aria-hidden size={20} />}>
          Add to calendar
        </MainLink>
      ) : (
        <>
          {mayAct && !begun && (
            <form method="post" action={`${page}/confirm`} className="grid">
              <HiddenFields fields={seen} />
              <MainButton icon={<Check aria-hidden size={20} />}>Confirm {time.day}</MainButton>
            </form>
          )}
          <OtherLink href={calendarHref} icon={<CalendarPlus {...quietIcon} />}>
            Add to calendar
          </OtherLink>
        </>
      )}
    </div>
  );
}

const quietIcon = { "aria-hidden": true, size: 20, strokeWidth: 1.75 } as const;

const pinned =
  "bottom-0 z-10 -mx-5 mt-auto grid gap-1.5 border-t border-line bg-surface px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:bg-paper min-[60rem]:static! min-[60rem]:mx-0 min-[60rem]:mt-0 min-[60rem]:max-w-110 min-[60rem]:content-start min-[60rem]:border-0 min-[60rem]:p-0 [@media(min-height:30rem)]:sticky";
