import Link from "next/link";
import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Template = { id: string; name: string };

type Props = {
  templates: Template[];
  archived: Template[];
  /** Missing for whoever may only look. */
  archive: FormAction | null;
};

/** What contracts may begin from, and what was put away. */
export function TemplateList({ templates, archived, archive }: Props) {
  return (
    <>
      <section aria-labelledby="templates-heading">
        <div className="flex items-center justify-between gap-4">
          <h2 id="templates-heading" className="text-16 font-600">
            Contracts
          </h2>
          {archive && <RouteButton href={hrefs.newTemplate}>New template</RouteButton>}
        </div>
        {templates.length === 0 && (
          <p className="mt-2 text-14 text-ink-3">
            None yet. Add one here, or choose “Save as template” on a contract that you wrote.
          </p>
        )}
        <Rows templates={templates} archive={archive} to="yes" />
      </section>
      {archived.length > 0 && (
        <section aria-labelledby="archived-heading">
          <h2 id="archived-heading" className="text-16 font-600">
            Put away
          </h2>
          <Rows templates={archived} archive={archive} to="no" />
        </section>
      )}
    </>
  );
}

type RowsProps = { templates: Template[]; archive: FormAction | null; to: "yes" | "no" };

function Rows({ templates, archive, to }: RowsProps) {
  if (templates.length === 0) return null;
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      {templates.map(({ id, name }) => (
        <li key={id} className="flex min-h-12 items-center justify-between gap-4 py-1.5 text-14">
          {archive ? (
            <Link href={hrefs.template(id)} className="text-link min-w-0 wrap-anywhere">
              {name}
            </Link>
          ) : (
            <span className="min-w-0 wrap-anywhere">{name}</span>
          )}
          {archive && (
            <ActionForm action={archive} sends={{ id, archived: to }}>
              <Button aria-label={`${to === "yes" ? "Put away" : "Take out"} ${name}`}>
                {to === "yes" ? "Put away" : "Take out again"}
              </Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
