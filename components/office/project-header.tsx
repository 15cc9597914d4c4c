import Link from "next/link";
import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Props = {
  project: { id: string; contactId: string; client: string; place: string; closedAt: Date | null };
  /** Missing for whoever may only look. */
  closeOrOpen: FormAction | null;
};

/** Whose project it is and where, whether it is closed, and what can be done with it. */
export function ProjectHeader({ project, closeOrOpen }: Props) {
  const { id, contactId, client, place, closedAt } = project;
  return (
    <div className="-mt-4 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="min-w-0 text-15 text-ink-2 wrap-anywhere">
        For{" "}
        <Link href={hrefs.client(contactId)} className="text-link">
          {client}
        </Link>
        {place && `, ${place}`}
        {closedAt && ". Closed."}
      </p>
      {closeOrOpen && (
        <div className="flex flex-wrap items-start gap-2">
          <RouteButton href={hrefs.editProject(id)}>Edit</RouteButton>
          <ActionForm
            action={closeOrOpen}
            sends={{ id, closed: String(closedAt === null) }}
            className="grid gap-2"
          >
            <Button>{closedAt ? "Open it again" : "Close project"}</Button>
          </ActionForm>
        </div>
      )}
    </div>
  );
}
