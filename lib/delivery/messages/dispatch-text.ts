import type { DispatchFacts } from "./facts";
import type { Fact } from "./letter-parts";

/** The words of a dispatch. The office's dialog shows the same ones before they go, so this file imports nothing but types. */

type Dispatched = Pick<DispatchFacts, "title" | "street" | "rest" | "ceiling" | "url"> & {
  agency: { name: string };
};

/** The SMS of a dispatch; `url` is dotted out where the office is shown what will be sent. */
export const dispatchText = ({ agency, title, street, rest, ceiling, url }: Dispatched): string =>
  lines(
    `${agency.name}: new job.`,
    short(title, 100),
    `${street}, ${rest}`,
    ceiling && `Cost ceiling ${ceiling}`,
    "See it and accept:",
    url,
  );

type Lettered = Omit<DispatchFacts, "origin" | "agency" | "url"> & { agency: { phone: string | null } };

/** What the letter of a dispatch says, part by part. */
export function dispatchLetter(facts: Lettered) {
  const { title, street, rest, ceiling, taxLabel, scope, manager, agency, company, days, until } = facts;
  const from = { label: "From", value: manager.name, more: manager.phone ?? agency.phone ?? "" };
  const rows: Fact[] = [
    { label: "Where", value: street, more: rest },
    { label: "Cost ceiling", value: ceiling ?? "", beside: taxLabel },
    { label: "Scope", value: scope, strong: false },
    from,
  ];
  return {
    subject: `New job: ${title}, ${street}`,
    heading: `New job: ${midSentence(title)}`,
    rows: rows.filter(({ value }) => value),
    button: "Open the job",
    note: `No login. The link works for ${days} days, until ${until}. It stops sooner if the job goes to someone else or is cancelled.`,
    footnote: `This link answers for ${company}, so only pass it to someone on the job.`,
  };
}

/** "Hot-water unit leaking" becomes "hot-water unit leaking"; "HVAC unit" and "3 taps" stay. */
const midSentence = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** One line for each that is there. */
export const lines = (...given: (string | null)[]) => given.filter((line) => line).join("\n");

/** On one line and no longer than `most` characters, cut between words where there is a gap. */
export function short(text: string, most: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  return `${flat.slice(0, most - 3).replace(/\s+\S{0,20}$/, "")}...`;
}
