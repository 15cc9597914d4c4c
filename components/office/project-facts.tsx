import type { ClientPerson } from "./client-people";

type Props = {
  people: ClientPerson[];
  stages: string[];
  /** The stage that it is in, counted from 0. */
  stage: number;
  /** “Mon, May 11”; null where it is not known yet. */
  startsOn: string | null;
};

/** Whose project it is and how far it has come, in one line each. */
export function ProjectFacts({ people, stages, stage, startsOn }: Props) {
  return (
    <div className="grid gap-x-8 gap-y-5 border-t border-line py-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {people.map(({ isPartner, name, addresses }) => (
          <div key={isPartner ? "partner" : "client"} className="min-w-0">
            <dt className="text-12 text-ink-3">{isPartner ? "Partner" : "Client"}</dt>
            <dd className="text-14 font-550 wrap-anywhere">{name}</dd>
            {addresses.map(({ address, words }) => (
              <dd key={address} className="text-13 text-ink-2 wrap-anywhere">
                {words}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <div className="min-w-0">
        <Stages stages={stages} stage={stage} />
        {startsOn && <p className="mt-2 text-13 text-ink-3">Work begins {startsOn}</p>}
      </div>
    </div>
  );
}

function Stages({ stages, stage }: Pick<Props, "stages" | "stage">) {
  if (stages.length === 0) return null;
  return (
    <ol aria-label="Stages" className="flex flex-wrap gap-x-2 gap-y-3">
      {stages.map((name, place) => (
        <li
          key={name}
          aria-current={place === stage ? "step" : undefined}
          className={`min-w-16 flex-1 border-t-3 pt-1.5 pr-1 text-13 ${looks[Math.sign(place - stage) + 1]}`}
        >
          <span className="wrap-anywhere">{name}</span>
          {place < stage && <span className="sr-only">, done</span>}
        </li>
      ))}
    </ol>
  );
}

/** Behind, here, and still to come. */
const looks = ["border-accent text-ink-2", "border-accent font-550 text-ink", "border-line-2 text-ink-3"];
