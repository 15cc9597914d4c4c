import { Phone } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { allowedActions } from "@/lib/work-orders/machine";
import type { JobView } from "@/lib/work-orders/views";
import { type Act, type Bar, bars, type OpenJobView, type OpenStatus, openStatuses } from "./job-acts";
import { type JobAt, MoveForm } from "./move-form";

const shownIn: Record<OpenStatus, string> = {
  ASSIGNED: "hidden group-data-[shown=ASSIGNED]/job:block",
  ACCEPTED: "hidden group-data-[shown=ACCEPTED]/job:block",
  SCHEDULED: "hidden group-data-[shown=SCHEDULED]/job:block",
  // Tailwind reads an underscore as a space, so the end of the word has to do.
  ON_SITE: "hidden group-data-[shown$=SITE]/job:block",
};

/**
 * What the contractor may do now: one main act, two beside it. The bars of the states still ahead are in the page too,
 * so that a tap without signal can bring the next one up.
 */
export function JobButtons({ job, at }: { job: OpenJobView; at: JobAt }) {
  const ahead = openStatuses.slice(openStatuses.indexOf(job.status));
  return (
    <>
      <p className="mb-2 hidden text-15 text-ink-2 group-data-offline/job:block">
        The times you tap are the times {job.manager.firstName} will see.
      </p>
      {ahead.map((status) => (
        <div key={status} className={shownIn[status]}>
          <BarOf bar={bars[status]} status={status} job={job} at={at} />
        </div>
      ))}
    </>
  );
}

function BarOf({ bar, status, job, at }: { bar: Bar; status: OpenStatus; job: JobView; at: JobAt }) {
  const may = (act: Act | "call") => act === "call" || allowedActions(status).includes(act.action);
  return (
    <>
      <div className={bar.offline && "group-data-offline/job:hidden"}>
        <ActButton act={bar.main} at={at} main />
      </div>
      {bar.offline && (
        <div className="hidden group-data-offline/job:block">
          <ActButton act={bar.offline} at={at} main />
        </div>
      )}
      <div className="mt-2 grid grid-cols-[5fr_6fr] gap-2 max-[22rem]:grid-cols-1">
        {bar.beside
          .filter(may)
          .map((act) =>
            act === "call" ? (
              <CallButton key="call" job={job} />
            ) : (
              <ActButton key={act.words} act={act} at={at} />
            ),
          )}
      </div>
    </>
  );
}

function ActButton({ act, at, main = false }: { act: Act; at: JobAt; main?: boolean }) {
  const look = {
    kind: main ? ("primary" as const) : ("secondary" as const),
    size: main ? ("phone-main" as const) : ("phone" as const),
    icon: <act.icon aria-hidden size={main ? 24 : 20} strokeWidth={2} />,
    className: "w-full",
  };
  if (act.opens) {
    return (
      <ButtonLink {...look} href={`/j/${at.token}?do=${act.opens}`} data-opens={act.opens}>
        {act.words}
      </ButtonLink>
    );
  }
  return (
    <MoveForm at={at} action={act.action}>
      <Button {...look}>{act.words}</Button>
    </MoveForm>
  );
}

/** Whoever is at the address; the manager where nobody there can be called. */
function CallButton({ job }: { job: JobView }) {
  const person = job.occupant?.phone ? job.occupant : job.manager;
  if (!person.phone) return null;
  return (
    <ButtonLink
      size="phone"
      href={`tel:${person.phone}`}
      icon={<Phone aria-hidden size={20} strokeWidth={2} />}
    >
      Call {person.name.split(" ")[0]}
    </ButtonLink>
  );
}
