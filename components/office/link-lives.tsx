import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { FormAction } from "./form-state";
import { SavedSelect } from "./saved-select";

export type LinkRow = {
  purpose: string;
  name: string;
  sentTo: string;
  worksFor: string;
  lives: { days: number; words: string; chosen: boolean }[];
  ends: string;
  endings: { value: string; words: string; chosen: boolean }[] | null;
};

type Props = {
  links: LinkRow[];
  /** Missing for whoever may not change them: they read how it is. */
  actions: { chooseLife: FormAction; chooseEnding: FormAction } | undefined;
};

/** What each kind of link is for, how long it works and when it ends. */
export function LinkLives({ links, actions }: Props) {
  return (
    <section aria-labelledby="links-heading">
      <h2 id="links-heading" className="text-16 font-600">
        How long links work
      </h2>
      <p className="text-14 text-ink-3">
        Single use: the first tap spends it. Until paid or withdrawn: it opens again and again until then, or
        until its time runs out.
      </p>
      <table aria-labelledby="links-heading" className="mt-4 w-full text-left text-14 max-md:block">
        <thead className="max-md:sr-only">
          <tr className="border-b border-line text-12 text-ink-3 *:pb-2 *:font-500">
            <th scope="col" className="w-[26%]">
              Link
            </th>
            <th scope="col" className="w-[30%]">
              Sent to
            </th>
            <th scope="col" className="w-[19%]">
              Works for
            </th>
            <th scope="col">Ends</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {links.map((link) => (
            <Link key={link.purpose} link={link} actions={actions} />
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-13 text-ink-3">
        Changes apply to links sent from now on. Links already out keep the rules they were sent with.
      </p>
    </section>
  );
}

function Link({ link, actions }: { link: LinkRow; actions: Props["actions"] }) {
  const { purpose, name, sentTo } = link;
  return (
    <tr className="border-line not-last:border-b *:py-0.5 md:*:not-last:pr-2 md:h-11.25 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:py-2.5">
      <th scope="row" className="font-500 max-md:w-full">
        {name}
      </th>
      <td className="text-ink-2 max-md:w-full max-md:text-13">{sentTo}</td>
      <td>
        {actions && link.lives.length > 0 ? (
          <SavedSelect
            label={`${name}: works for`}
            name="days"
            choices={link.lives.map(({ days, words }) => ({ value: String(days), words }))}
            chosen={String(link.lives.find(({ chosen }) => chosen)?.days)}
            action={actions.chooseLife}
            sends={{ purpose }}
          />
        ) : (
          <Fixed locked={link.lives.length === 0}>{link.worksFor}</Fixed>
        )}
      </td>
      <td>
        {actions && link.endings ? (
          <SavedSelect
            label={`${name}: ends`}
            name="invoiceLinks"
            choices={link.endings}
            chosen={link.endings.find(({ chosen }) => chosen)?.value ?? ""}
            action={actions.chooseEnding}
          />
        ) : (
          <Fixed locked={link.endings === null}>{link.ends}</Fixed>
        )}
      </td>
    </tr>
  );
}

/** What is only to be read: a lock says that nobody may choose it. */
function Fixed({ locked, children }: { locked: boolean; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 text-13 text-ink-3">
      {locked && <Lock role="img" aria-label="Fixed:" size={13} className="shrink-0" />}
      {children}
    </span>
  );
}
