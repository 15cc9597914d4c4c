import { HiddenFields } from "@/components/links/hidden-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AppointmentView } from "@/lib/appointments/views";

type Props = {
  view: AppointmentView;
  page: string;
  problem?: string | undefined;
  /** What was typed, where the form came back. */
  reason?: string | undefined;
};

/** Asks once more before an appointment is cancelled. */
export function AppointmentCancel({ view, page, problem, reason }: Props) {
  const { title, time, shop, seen } = view;
  return (
    <form method="post" action={`${page}/cancel`} className="grid max-w-160 gap-5">
      <HiddenFields fields={seen} />
      {problem && (
        <Notice tone="problem" phone>
          {problem}
        </Notice>
      )}
      <div>
        <p className="text-16 text-ink-2">{title}</p>
        <h1 className="mt-0.5 text-30 font-650 text-balance">Cancel this appointment?</h1>
        <p className="mt-2 text-17 text-ink-2">
          {time ? `It’s for ${time.day}, ${time.hours}. ` : ""}
          {shop.name} is told at once, and the time goes to somebody else. You can’t take it back here.
        </p>
      </div>
      <TextArea
        id="cancel-reason"
        name="reason"
        label="Why?"
        aside="Optional"
        phone
        maxLength={500}
        defaultValue={reason}
      />
      <div className="grid gap-2 sm:flex sm:flex-row-reverse sm:justify-end">
        <Button kind="danger" size="phone">
          Cancel the appointment
        </Button>
        <ButtonLink href={page} size="phone">
          Keep it
        </ButtonLink>
      </div>
    </form>
  );
}
