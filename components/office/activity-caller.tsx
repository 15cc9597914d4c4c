import { initials } from "@/components/ui/avatar";
import { LinkTrail, type LinkTrailRow } from "./link-trail";

type Props = { name: string; about: string; active: boolean; links: LinkTrailRow[] };

/** Who the activity is of, and the links that they were sent. */
export function ActivityCaller({ name, about, active, links }: Props) {
  return (
    <>
      <div className="mb-5 flex items-center gap-3">
        <span
          aria-hidden
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-sunken text-13 font-600 text-ink-2"
        >
          {initials(name)}
        </span>
        <div className="min-w-0">
          <h2 className="text-18 font-600 wrap-anywhere">{name}</h2>
          <p className="text-14 text-ink-3 wrap-anywhere">
            {about}. {active ? "Contact active" : "Not active"}
          </p>
        </div>
      </div>
      <LinkTrail rows={links} />
    </>
  );
}
