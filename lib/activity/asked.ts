import { z } from "zod";
import type { TrailFilter } from "@/lib/events/trail";
import { abouts, kindsAbout } from "@/lib/events/trail-words";

/** How far back the activity goes. */
export const spans = {
  "7": "Last 7 days",
  "30": "Last 30 days",
  "90": "Last 90 days",
  all: "All time",
} as const;

const keysOf = <Names extends Record<string, string>>(names: Names) =>
  Object.keys(names) as (keyof Names & string)[];

/** What the address of the activity says; whatever is not understood is left out. */
export const activityAsked = z.object({
  client: z.uuid().optional().catch(undefined),
  about: z.enum(keysOf(abouts)).optional().catch(undefined),
  days: z.enum(keysOf(spans)).default("7").catch("7"),
  before: z.coerce.number().int().positive().optional().catch(undefined),
  /** The words that a client is looked for by, where no script does it while they are typed. */
  q: z.string().trim().max(200).default("").catch(""),
  /** Which of a client's two people the steps are for; the one who was sent a link last unless said. */
  who: z.enum(["client", "partner"]).optional().catch(undefined),
});

export type ActivityAsked = z.output<typeof activityAsked>;

/** The same, as the trail is read by it. */
export const filterOf = ({ client, about, days, before }: ActivityAsked): TrailFilter => ({
  contactId: client,
  kinds: about && kindsAbout(about),
  days: days === "all" ? undefined : Number(days),
  before,
});

/** Which client, and under which of their addresses. */
export const callerForm = z.object({ client: z.uuid(), address: z.string().min(1).max(320) });

export const clientOnly = z.object({ client: z.uuid() });

/** A table of names as a menu offers them. */
export const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, words]) => ({ value, words }));
