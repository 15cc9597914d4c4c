"use client";
// A client component because it looks for clients while somebody types.

import Link from "next/link";
import { useState } from "react";
import { useTypedBefore } from "@/components/ui/as-found";
import type { Choice } from "@/lib/work-orders/views";
import { type ActivityFilter, activityHref } from "./activity-address";
import { type Answer, useAskedWhileTyping } from "./asked-while-typing";
import { hrefs } from "./hrefs";

const mostShown = 8;

/** Narrows the activity to one client, by any part of a name or an address. Without script its answer is a page. */
export function ClientFinder({ filter }: { filter: ActivityFilter }) {
  const [words, setWords] = useState("");
  const search = useTypedBefore(setWords);
  const asked = words.trim();
  const answer = useAskedWhileTyping<Choice>(asked, hrefs.findClients);
  const { about, days } = filter;
  return (
    <form action={hrefs.activity} className="grid gap-2 p-3">
      {about && <input type="hidden" name="about" value={about} />}
      {days && <input type="hidden" name="days" value={days} />}
      <label htmlFor="activity-client" className="text-13 font-500">
        Client
      </label>
      <input
        ref={search}
        id="activity-client"
        type="search"
        name="q"
        value={words}
        maxLength={200}
        autoComplete="off"
        placeholder="Name, email or phone"
        onChange={(event) => setWords(event.target.value)}
        className="field-box min-h-9 w-full rounded-control px-3 text-14 pointer-coarse:min-h-11 pointer-coarse:text-16"
      />
      {asked && <FoundClients found={answer.found} filter={filter} />}
      <p aria-live="polite" className="text-13 text-ink-3 empty:hidden">
        {sentence(answer, asked)}
      </p>
    </form>
  );
}

type Found = {
  found: Choice[];
  filter: ActivityFilter;
  /** Said below where there are more than are shown. */
  more?: string;
};

/** The first clients that fit, each a way to their activity. */
export function FoundClients({ found, filter, more }: Found) {
  if (found.length === 0) return null;
  return (
    <>
      <ul className="-mx-1.5">
        {found.slice(0, mostShown).map(({ id, label }) => (
          <li key={id}>
            <Link
              href={activityHref({ ...filter, client: id, who: undefined })}
              className="block rounded-chip px-2.5 py-1.5 text-14 wrap-anywhere hover:bg-sunken pointer-coarse:min-h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      {more && found.length > mostShown && <p className="mt-2 text-14 text-ink-3">{more}</p>}
    </>
  );
}

function sentence({ words, found, failed }: Answer<Choice>, asked: string): string {
  if (!asked || words !== asked) return "";
  if (failed) return "The search didn’t answer. Check your connection and type on.";
  if (found.length === 0) return "No client fits that. Try fewer words.";
  if (found.length > mostShown) return "More clients fit than these. Type on.";
  return found.length === 1 ? "One client fits." : `${found.length} clients fit.`;
}
