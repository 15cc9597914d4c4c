import type { ContractorKey, PropertyKey } from "./seed-people";
import type { PictureSet } from "./seed-pictures";

/** The demo's jobs: one morning at Fernleigh Property. Day 0 is today, -1 the day before; times are of that day's clock. */

/** One step of an order's story: what happened, and when. */
type Step = {
  day: number;
  at: string;
  what:
    | "dispatched"
    | "opened"
    | "accepted"
    | "scheduled"
    | "on-site"
    | "question"
    | "completed"
    | "declined"
    | "bounced";
  words?: string;
  /** For "scheduled": the day and time chosen. */
  on?: { day: number; at: string };
};

export type Story = {
  number: number;
  title: string;
  scope: string;
  trade: string;
  property: PropertyKey;
  contractor: ContractorKey;
  ceilingCents: number;
  steps: Step[];
  invoice?: { number: string; amountCents: number; note: string };
  photos?: PictureSet;
};

export const stories: Story[] = [
  {
    number: 2187,
    title: "Hot-water unit leaking",
    scope:
      "Storage hot-water unit in the laundry is leaking at the base, about a cup an hour. Find the cause and repair. If the tank has failed, stop and quote a replacement.",
    trade: "Plumbing",
    property: "marlowe",
    contractor: "harbour",
    ceilingCents: 45_000,
    photos: "hot-water",
    steps: [
      { day: -2, at: "14:22", what: "dispatched" },
      { day: -2, at: "14:31", what: "opened" },
      { day: -2, at: "14:31", what: "accepted" },
      { day: -2, at: "14:40", what: "scheduled", on: { day: 0, at: "10:00" } },
      { day: 0, at: "09:58", what: "on-site" },
      {
        day: 0,
        at: "10:21",
        what: "question",
        words:
          "The relief line drips onto the neighbour’s path. Want me to re-route it? About $140 on top, separate visit.",
      },
      {
        day: 0,
        at: "11:42",
        what: "completed",
        words: "New relief valve, cold inlet re-taped. Tank is sound.",
      },
    ],
    invoice: {
      number: "HP-0932",
      amountCents: 41_800,
      note: "New relief valve, cold inlet re-taped. Tank is sound.",
    },
  },
  {
    number: 2184,
    title: "Ensuite exhaust fan dead",
    scope:
      "Exhaust fan in the ensuite hums and does not turn. Replace like for like, and check the duct is clear.",
    trade: "Electrical",
    property: "bull",
    contractor: "northside",
    ceilingCents: 32_000,
    steps: [
      { day: 0, at: "09:20", what: "dispatched" },
      { day: 0, at: "11:36", what: "opened" },
      { day: 0, at: "11:38", what: "declined", words: "Booked out until 11 May." },
    ],
  },
  {
    number: 2179,
    title: "Blocked kitchen drain",
    scope: "Kitchen sink backs up within a minute. Clear the line to the boundary and say what caused it.",
    trade: "Plumbing",
    property: "darby",
    contractor: "hunter",
    ceilingCents: 45_000,
    steps: [
      { day: -1, at: "10:05", what: "dispatched" },
      { day: -1, at: "10:09", what: "opened" },
      { day: -1, at: "10:10", what: "accepted" },
      { day: -1, at: "10:12", what: "scheduled", on: { day: 0, at: "08:30" } },
      { day: 0, at: "08:34", what: "on-site" },
      { day: 0, at: "11:02", what: "completed" },
    ],
    invoice: {
      number: "HD-1186",
      amountCents: 61_200,
      note: "Tree roots at 9 m. Needed the jetter for two hours.",
    },
  },
  {
    number: 2190,
    title: "Front door lock sticking",
    scope:
      "The front door’s deadlock sticks and has to be forced. Ease or replace it; two keys to the tenant.",
    trade: "Locks",
    property: "parkway",
    contractor: "castleLocks",
    ceilingCents: 22_000,
    steps: [
      { day: 0, at: "09:46", what: "dispatched" },
      { day: 0, at: "09:47", what: "bounced", words: "The number does not exist." },
    ],
  },
  {
    number: 2182,
    title: "Oven element replacement",
    scope: "Bottom element of the oven is dead. Replace it and test at 200 degrees.",
    trade: "Electrical",
    property: "beaumont",
    contractor: "northside",
    ceilingCents: 28_000,
    steps: [
      { day: -1, at: "13:00", what: "dispatched" },
      { day: -1, at: "13:08", what: "opened" },
      { day: -1, at: "13:09", what: "accepted" },
      { day: -1, at: "13:15", what: "scheduled", on: { day: 0, at: "11:00" } },
      { day: 0, at: "11:05", what: "on-site" },
    ],
  },
  {
    number: 2191,
    title: "Leak under laundry tub",
    scope: "Slow drip from the trap under the laundry tub. Reseal or replace.",
    trade: "Plumbing",
    property: "union",
    contractor: "harbour",
    ceilingCents: 25_000,
    steps: [
      { day: 0, at: "11:30", what: "dispatched" },
      { day: 0, at: "11:40", what: "opened" },
      { day: 0, at: "11:41", what: "accepted" },
    ],
  },
  {
    number: 2185,
    title: "Broken bedroom window",
    scope: "Lower sash cracked corner to corner. Make safe today, replace the pane.",
    trade: "Glazing",
    property: "kemp",
    contractor: "beaumont",
    ceilingCents: 38_000,
    steps: [
      { day: -1, at: "15:40", what: "dispatched" },
      { day: -1, at: "15:44", what: "opened" },
      { day: -1, at: "15:45", what: "accepted" },
      { day: -1, at: "15:50", what: "scheduled", on: { day: 3, at: "08:30" } },
    ],
  },
  {
    number: 2192,
    title: "Rangehood filter",
    scope: "Filter is missing and the light is out. Fit a new filter, replace the globe, wipe the housing.",
    trade: "Appliances",
    property: "everton",
    contractor: "castleAppliance",
    ceilingCents: 18_000,
    photos: "rangehood",
    steps: [
      { day: 0, at: "11:25", what: "dispatched" },
      { day: 0, at: "11:31", what: "opened" },
    ],
  },
  {
    number: 2180,
    title: "Smoke alarm check",
    scope: "Yearly check of four alarms, batteries where needed, certificate.",
    trade: "Electrical",
    property: "laman",
    contractor: "safeHome",
    ceilingCents: 15_000,
    steps: [
      { day: -3, at: "09:00", what: "dispatched" },
      { day: -3, at: "09:02", what: "accepted" },
      { day: 0, at: "08:50", what: "on-site" },
      { day: 0, at: "09:12", what: "completed" },
    ],
  },
  {
    number: 2176,
    title: "Gutter clean",
    scope: "Clear all gutters and downpipes, photos before and after.",
    trade: "Roofing",
    property: "corlette",
    contractor: "gutterKing",
    ceilingCents: 24_000,
    steps: [
      { day: -4, at: "10:00", what: "dispatched" },
      { day: -4, at: "10:03", what: "accepted" },
      { day: 0, at: "07:40", what: "on-site" },
      { day: 0, at: "08:40", what: "completed" },
    ],
  },
];
