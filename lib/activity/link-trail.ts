import type { documents } from "@/db/schema/documents";
import type { links } from "@/db/schema/links";
import { clock, dayIn, recently } from "@/lib/dates";
import { purposeNames } from "@/lib/events/trail-facts";
import { addressWords } from "@/lib/people/client-addresses";

type Document = typeof documents.$inferSelect;

/** A link, and whether what it opens is settled. */
export type Link = typeof links.$inferSelect &
  Pick<Document, "closedAt" | "closedAs"> & {
    /** When money came of a payment that was begun by it. */
    paidAt?: Date | null;
  };

/** When it is, where, and in whose words. */
export type Moment = { now: Date; zone: string; locale: string };

/** How far a link came in one column: it did, it went wrong, or there is only a word for it. */
export type Mark = { is: "done" | "wrong" | "quiet"; words: string };

/** The life of one link in a line, from left to right. */
export type LinkRow = {
  id: string;
  name: string;
  channel: Link["channel"];
  address: string;
  marks: Record<"issued" | "sent" | "delivered" | "opened" | "used", Mark>;
};

/** A link's line, in the business's zone: a moment of the day on which it was issued is a clock alone. */
export function linkRow(link: Link, { now, zone, locale }: Moment): LinkRow {
  const words = (at: Date) => recently(at, zone, now, locale);
  const sameDay = (at: Date) =>
    dayIn(at, zone) === dayIn(link.issuedAt, zone) ? clock(at, zone, locale) : words(at);
  return {
    id: link.id,
    name: purposeNames[link.purpose],
    channel: link.channel,
    address: addressWords(link.address),
    marks: {
      issued: { is: "done", words: words(link.issuedAt) },
      sent: link.sentAt ? { is: "done", words: sameDay(link.sentAt) } : notSent(link),
      delivered: delivery(link, sameDay),
      opened: looks(link, words),
      used: use(link, words, now),
    },
  };
}

const notSent = ({ channel, bouncedAt }: Link): Mark =>
  quiet(channel === "copy" ? "Shown once" : bouncedAt ? "Not sent" : "Waiting");

/** What the provider said last: a message can bounce after it was taken for delivered. */
function delivery({ channel, deliveredAt, bouncedAt, sentAt }: Link, words: (at: Date) => string): Mark {
  if (bouncedAt)
    return { is: "wrong", words: `${channel === "sms" ? "Blocked" : "Bounced"} ${words(bouncedAt)}` };
  if (deliveredAt) return { is: "done", words: words(deliveredAt) };
  return quiet(channel === "copy" ? "By hand" : sentAt ? "Not confirmed" : "Not yet");
}

/** Who looked at it: a person, or a machine alone, which opens nothing. */
function looks({ openedAt, machineLookedAt, machineLooks }: Link, words: (at: Date) => string): Mark {
  if (openedAt) return { is: "done", words: words(openedAt) };
  if (!machineLookedAt) return quiet("Not opened");
  return quiet(machineLooks > 1 ? `Machines looked, ${machineLooks} times` : "A machine looked");
}

function use(link: Link, words: (at: Date) => string, now: Date): Mark {
  const { spentAt, discardedAt, openedAt, retiredAt, closedAt, expiresAt, machineLookedAt, paidAt } = link;
  if (paidAt) return { is: "done", words: `Paid ${words(paidAt)}` };
  if (spentAt) return { is: "done", words: words(spentAt) };
  if (closedAt && !retiredAt && !discardedAt) return quiet("Settled");
  if (openedAt && link.class !== "single-use") return { is: "done", words: `Opened ${words(openedAt)}` };
  if (discardedAt) return quiet("Put away");
  if (retiredAt) return quiet("Ended");
  if (expiresAt <= now) return quiet("Expired");
  if (openedAt) return quiet(`Opened ${words(openedAt)}`);
  return quiet(machineLookedAt ? "A machine looked" : "Not used");
}

const quiet = (words: string): Mark => ({ is: "quiet", words });
