import { phoneWords } from "@/lib/address";
import { clock, dayIn, shortDay } from "@/lib/dates";
import type { Letter } from "@/lib/delivery/mailbox";
import { type LinkState, linkStates } from "./link-states";

/** A message of the mailbox in the words of the page. */
export type ShownMessage = {
  id: string;
  channel: "email" | "sms";
  from: string;
  to: string;
  heading: string;
  /** What the list shows of it, in one line. */
  line: string;
  when: string;
  text: string;
  hasHtml: boolean;
  /** What goes with it, and how large that is: “64 KB”. */
  attachment: { name: string; size: string } | null;
  /** The way in that the message carries; null when it carries none. */
  link: string | null;
  state: LinkState | undefined;
};

/** The letters as the page shows them, in the time of the computer on which all of this runs. */
export async function shownMessages(letters: Letter[], now: Date): Promise<ShownMessage[]> {
  const states = await linkStates(letters.flatMap(({ links }) => links.slice(0, 1)));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return letters.map(({ id, channel, from, to, subject, text, html, links, attachment, sentAt }) => {
    const lines = text.split("\n");
    const heading = channel === "email" ? subject : (lines[0] ?? "");
    const sent = new Date(sentAt);
    return {
      id,
      channel,
      from,
      to: channel === "sms" ? (phoneWords(to) ?? to) : to,
      heading,
      line: channel === "email" ? subject : lines.slice(0, 2).join(" "),
      when: dayIn(sent, zone) === dayIn(now, zone) ? clock(sent, zone) : shortDay(sent, zone),
      text,
      hasHtml: html !== undefined,
      attachment: attachment ? { name: attachment.name, size: sizeOf(attachment.bytes) } : null,
      link: links[0] ?? null,
      state: states.get(links[0] ?? ""),
    };
  });
}

const sizeOf = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`;
