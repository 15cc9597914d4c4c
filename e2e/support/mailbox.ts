import { expect } from "@playwright/test";

type Letter = {
  id: string;
  to: string;
  channel: string;
  subject: string;
  text: string;
  links: string[];
  /** The name of the file that goes with it. */
  attachment: string | null;
  sentAt: string;
};

/** Waits for the newest message to an address that satisfies `which`, as a person waits for it to arrive. */
export async function letterTo(
  origin: string,
  to: string,
  which: (letter: Letter) => boolean = () => true,
): Promise<Letter> {
  let found: Letter | undefined;
  await expect
    .poll(
      async () => {
        found = (await lettersTo(origin, to)).find(which);
        return found !== undefined;
      },
      { message: `a message to ${to}`, timeout: 15_000, intervals: [50, 100, 200] },
    )
    .toBe(true);
  if (!found) throw new Error("A message went away again.");
  return found;
}

/** Every message to an address, newest first. */
export async function lettersTo(origin: string, to: string): Promise<Letter[]> {
  const response = await fetch(`${origin}/mailbox.json?${new URLSearchParams({ to })}`);
  return (await response.json()) as Letter[];
}

/** The link of a message that opens a job or signs somebody in. */
export function linkIn(letter: Letter): string {
  const link = letter.links.find((each) => /\/(?:j|l)\/[0-9A-Za-z]+$/.test(each));
  if (!link) throw new Error(`There is no link in: ${letter.text}`);
  return link;
}
