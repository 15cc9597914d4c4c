import { Check, ChevronDown, Plus, X } from "lucide-react";
import Link from "next/link";
import { activityHref, type ActivityFilter as Filter } from "./activity-address";
import { ClientFinder } from "./activity-finder";
import { Menu } from "./menu";

/** One of the things that the activity may be narrowed to. */
export type FilterChoice = { value: string; words: string };

type Props = {
  filter: Filter;
  clientName: string | undefined;
  abouts: FilterChoice[];
  spans: FilterChoice[];
};

/** How the activity is narrowed: what is on, how far back, and what may be added. Each choice is an address. */
export function ActivityFilter({ filter, clientName, abouts, spans }: Props) {
  const { about, days } = filter;
  const here = activityHref(filter);
  const aboutWords = abouts.find(({ value }) => value === about)?.words;
  const span = spans.find(({ value }) => value === days)?.words ?? "";
  return (
    <>
      {clientName && (
        <Chip href={activityHref({ ...filter, client: undefined, who: undefined })}>
          Client: {clientName}
        </Chip>
      )}
      {aboutWords && <Chip href={activityHref({ ...filter, about: undefined })}>{aboutWords}</Chip>}
      <Menu
        key={`span ${here}`}
        fills
        label={`How far back: ${span}`}
        icon={
          <>
            {span} <ChevronDown aria-hidden size={14} />
          </>
        }
        className={`${button} border border-line-2 bg-surface shadow-control`}
      >
        <Choices choices={spans} chosen={days} hrefOf={(value) => activityHref({ ...filter, days: value })} />
      </Menu>
      <Menu
        key={`filter ${here}`}
        fills
        label="Filter"
        icon={
          <>
            <Plus aria-hidden size={15} /> Filter
          </>
        }
        className={button}
      >
        <div className="divide-y divide-line lg:w-72">
          <ClientFinder filter={filter} />
          <Choices
            choices={abouts}
            chosen={about}
            hrefOf={(value) => activityHref({ ...filter, about: value })}
          />
        </div>
      </Menu>
    </>
  );
}

const button =
  "flex min-h-8 list-none items-center gap-2 rounded-control px-3 text-13 font-500 hover:bg-sunken pointer-coarse:min-h-11";

function Chip({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center gap-2 rounded-control border border-accent bg-accent-tint px-2.5 text-13 font-500 text-accent pointer-coarse:min-h-11"
    >
      <span>{children}</span>
      <X aria-hidden size={14} />
      <span className="sr-only">: take this filter off</span>
    </Link>
  );
}

type ChoicesProps = {
  choices: FilterChoice[];
  chosen: string | undefined;
  hrefOf: (value: string) => string;
};

function Choices({ choices, chosen, hrefOf }: ChoicesProps) {
  return (
    <ul className="min-w-52 p-1.5">
      {choices.map(({ value, words }) => (
        <li key={value}>
          <Link
            href={hrefOf(value)}
            aria-current={value === chosen ? "true" : undefined}
            className="flex min-h-8 items-center gap-2.5 rounded-chip px-2.5 text-14 hover:bg-sunken pointer-coarse:min-h-11"
          >
            <span className="flex-1">{words}</span>
            {value === chosen && <Check aria-hidden size={15} className="text-accent" />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
