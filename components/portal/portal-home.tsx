import { CircleCheck } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { HomeView, ProjectView } from "@/lib/portal/views";
import { FiledList } from "./filed-list";
import { NextAppointment } from "./next-appointment";
import { PeopleList } from "./people-list";
import { ProgressTrack } from "./progress-track";
import { RecentList } from "./recent-list";
import { TaskRow } from "./task-row";

type Props = HomeView & { firstName: string; shop: string };

/** Where a client begins: what needs them first, when somebody comes next, and then what there is. */
export function PortalHome({ project, projects, firstName, shop, isEmpty, ...rest }: Props) {
  return (
    <>
      {project ? (
        <ProjectHead project={project} projects={projects} />
      ) : (
        <Greeting {...{ firstName, shop }} />
      )}
      {isEmpty ? (
        <div className="mt-10">
          <EmptyState heading="Nothing here yet">
            What {shop} sends you appears here: contracts, choices, invoices and appointments.
          </EmptyState>
        </div>
      ) : (
        <HomeParts shop={shop} {...rest} />
      )}
    </>
  );
}

function Greeting({ firstName, shop }: Pick<Props, "firstName" | "shop">) {
  return (
    <>
      <h1 className="text-30 font-650 text-balance sm:text-34">Hello, {firstName}</h1>
      <p className="mt-1 text-17 text-ink-2">Everything {shop} has for you.</p>
    </>
  );
}

function ProjectHead({ project, projects }: { project: ProjectView; projects: Props["projects"] }) {
  const { name, place, starts, stages, stage } = project;
  const [brief = ""] = place.split(",");
  return (
    <>
      {projects.length > 1 && <ProjectSwitch projects={projects} current={project.id} />}
      <h1 className="text-30 font-650 text-balance sm:text-34">{name}</h1>
      <p className="mt-1 hidden text-17 text-ink-2 sm:block">
        {sentences(place, starts && `${starts.words}.`)}
      </p>
      <p className="mt-1 text-17 text-ink-2 sm:hidden">{sentences(brief, starts?.brief)}</p>
      <div className="mt-6 hidden max-w-176 sm:block">
        <ProgressTrack stages={stages} stage={stage} />
      </div>
    </>
  );
}

const sentences = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(". ");

/** Which of several projects is shown. */
function ProjectSwitch({ projects, current }: { projects: Props["projects"]; current: string }) {
  return (
    <nav aria-label="Your projects" className="mb-4 flex flex-wrap gap-2">
      {projects.map(({ id, name }) => (
        <a
          key={id}
          href={`/portal?project=${id}`}
          aria-current={id === current ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-control border border-line-2 px-3.5 text-15 text-ink-2 aria-[current=true]:border-brand aria-[current=true]:bg-brand-tint aria-[current=true]:font-550 aria-[current=true]:text-brand sm:min-h-9 pointer-coarse:min-h-11"
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

type Parts = Pick<Props, "shop" | "tasks" | "isCut" | "next" | "filed" | "people" | "recent">;

function HomeParts({ shop, tasks, isCut, next, filed, people, recent }: Parts) {
  const isTwoWide = next !== null || people.length > 0;
  return (
    <div
      className={`mt-5 grid gap-x-18 gap-y-10 sm:mt-10 ${isTwoWide ? "min-[60rem]:grid-cols-[minmax(0,1fr)_21.5rem] min-[60rem]:grid-rows-[auto_1fr]" : "max-w-176"}`}
    >
      <NeedsYou tasks={tasks} isCut={isCut} nothing={next && !next.confirmed ? justNext : nothingNow(shop)} />
      {isTwoWide && (
        <div className="grid content-start gap-10 min-[60rem]:row-span-2">
          {next && <NextAppointment next={next} />}
          {people.length > 0 && (
            <section aria-labelledby="people-heading" className="max-sm:hidden">
              <h2 id="people-heading" className="text-17 font-600">
                People
              </h2>
              <div className="mt-1">
                <PeopleList people={people} />
              </div>
            </section>
          )}
        </div>
      )}
      {(filed.length > 0 || recent.length > 0) && (
        <div
          className={`content-start gap-x-12 gap-y-8 sm:grid sm:grid-cols-2 ${tasks.length === 0 ? "grid" : "hidden"}`}
        >
          {filed.length > 0 && <FiledList filed={filed} allHref="/portal/documents" />}
          {recent.length > 0 && <RecentList recent={recent} />}
        </div>
      )}
    </div>
  );
}

const justNext = "Just your appointment: confirm it, or choose another time.";
const nothingNow = (shop: string) => `Nothing right now. ${shop} sends you a message when something does.`;

type Needs = Pick<Props, "tasks" | "isCut"> & {
  /** What is said where there are none. */
  nothing: string;
};

function NeedsYou({ tasks, isCut, nothing }: Needs) {
  return (
    <section aria-labelledby="needs-heading">
      <h2 id="needs-heading" className="text-20 font-600">
        Needs you
      </h2>
      {tasks.length === 0 ? (
        <p className="mt-3 flex items-start gap-3 border-y border-line py-5 text-16 text-ink-2">
          <CircleCheck aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0 text-completed" />
          {nothing}
        </p>
      ) : (
        <ul className="mt-1 divide-y divide-line border-b border-line">
          {tasks.map((task, place) => (
            <li key={task.id}>
              <TaskRow task={task} isFirst={place === 0} />
            </li>
          ))}
        </ul>
      )}
      {isCut && (
        <p className="mt-4 text-15 text-ink-2">
          The {tasks.length} soonest stand here.{" "}
          <a href="/portal/documents" className="text-link">
            See everything you were sent
          </a>
        </p>
      )}
    </section>
  );
}
