import Link from "next/link";
import { RouteButton } from "@/components/ui/route-button";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = {
  clientId: string;
  projects: { id: string; name: string; place: string; closedAt: Date | null }[];
  mayWrite: boolean;
};

/** A client's projects, those under way first. */
export function ProjectList({ clientId, projects, mayWrite }: Props) {
  return (
    <PageSection
      id="projects"
      heading="Projects"
      intro={
        projects.length === 0 && "None yet. A project groups what is signed, chosen and paid for one job."
      }
      act={mayWrite && <RouteButton href={hrefs.newProject(clientId)}>New project</RouteButton>}
    >
      <ul className="divide-y divide-line">
        {projects.map(({ id, name, place, closedAt }) => (
          <li key={id} className="relative flex min-h-12 flex-wrap items-center gap-x-4 py-2 hover:bg-ink/3">
            <Link
              href={hrefs.project(id)}
              prefetch={false}
              className="text-14 font-550 before:absolute before:inset-0 wrap-anywhere"
            >
              {name}
            </Link>
            <span className="text-13 text-ink-3 wrap-anywhere">{place}</span>
            {closedAt && <span className="text-13 text-ink-3">Closed</span>}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
