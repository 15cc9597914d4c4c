import { CalendarClock, Phone } from "lucide-react";
import { OtherLink } from "@/components/links/main-button";
import type { AppointmentView } from "@/lib/appointments/views";
import { SlotList } from "./slot-list";

type Props = { view: AppointmentView; page: string };

/** What else can be done with an appointment: another time, or none; inside the notice, by a call. */
export function AppointmentTimes({ view, page }: Props) {
  const { state, mayChange, shop, notice } = view;
  if (!mayChange) {
    return (
      <section aria-label="To move or cancel it">
        <p className="text-16 text-ink-2">
          It’s {notice} away. To move or cancel it, call {shop.name}.
        </p>
        <CallShop shop={shop} />
      </section>
    );
  }
  if (state !== "confirmed") {
    return (
      <section id="times" aria-labelledby="times-heading">
        <TimesHeading view={view}>{state === "choosing" ? "Free times" : "Reschedule"}</TimesHeading>
        <FreeTimes view={view} page={page} />
      </section>
    );
  }
  return (
    <details
      id="times"
      open={view.free.firstHref !== null}
      className="-mt-6 border-b border-line min-[60rem]:mt-0 min-[60rem]:border-t [&+#ask]:border-t-0 [&+#ask]:pt-0"
    >
      <summary className="flex min-h-14 list-none items-center gap-3 text-17 font-550">
        <CalendarClock aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
        Move or cancel it
      </summary>
      <section aria-labelledby="times-heading" className="pb-5">
        <TimesHeading view={view}>Other free times</TimesHeading>
        <FreeTimes view={view} page={page} />
      </section>
    </details>
  );
}

function TimesHeading({ view: { free }, children }: Pick<Props, "view"> & { children: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 id="times-heading" className="text-20 font-600">
        {children}
      </h2>
      {free.slots.length > 0 && free.moreHref && (
        <a href={free.moreHref} className="text-link -my-2.5 inline-flex min-h-11 items-center text-16">
          More days
        </a>
      )}
    </div>
  );
}

function FreeTimes({ view, page }: Props) {
  const { state, free, seen, shop } = view;
  return (
    <>
      {free.slots.length > 0 ? (
        <SlotList
          action={`${page}/move`}
          sends={seen}
          act={state === "choosing" ? "Choose" : "Move to"}
          slots={free.slots}
        />
      ) : (
        <NoneFree shop={shop} />
      )}
      <p className="mt-2 flex flex-wrap justify-between gap-x-6">
        {free.firstHref && (
          <a href={free.firstHref} className={quiet}>
            First free days
          </a>
        )}
        <a href={`${page}?do=cancel`} className={quiet}>
          Cancel the appointment
        </a>
      </p>
    </>
  );
}

function NoneFree({ shop }: Pick<AppointmentView, "shop">) {
  return (
    <>
      <p className="mt-2 text-16 text-ink-2">
        There is no free time on these days. Call {shop.name}, and they find one with you.
      </p>
      <CallShop shop={shop} />
    </>
  );
}

/** The shop’s number, to tap. */
export function CallShop({ shop: { name, phone } }: Pick<AppointmentView, "shop">) {
  if (!phone) return null;
  return (
    <p className="mt-1">
      <OtherLink href={`tel:${phone.number}`} icon={<Phone aria-hidden size={18} />}>
        Call {name}, {phone.words}
      </OtherLink>
    </p>
  );
}

const quiet = "inline-flex min-h-11 items-center text-15 text-ink-2 underline underline-offset-4";
