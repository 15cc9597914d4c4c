type Dispatched = {
  agency: { name: string };
  title: string;
  street: string;
  rest: string;
  ceiling: string | null;
  /** The link; dotted out where the office is shown what will be sent. */
  url: string;
};

/** The SMS of a dispatch. The office's dialog shows the same words before they go, so this file imports nothing. */
export const dispatchText = ({ agency, title, street, rest, ceiling, url }: Dispatched): string =>
  lines(
    `${agency.name}: new job.`,
    short(title, 100),
    `${street}, ${rest}`,
    ceiling && `Cost ceiling ${ceiling}`,
    "See it and accept:",
    url,
  );

/** One line for each that is there. */
export const lines = (...given: (string | null)[]) => given.filter((line) => line).join("\n");

/** On one line and no longer than `most` characters, cut between words where there is a gap. */
export function short(text: string, most: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  return `${flat.slice(0, most - 3).replace(/\s+\S{0,20}$/, "")}...`;
}
