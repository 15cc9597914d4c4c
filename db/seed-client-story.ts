import type { contacts } from "./schema/people";
import type { projects } from "./schema/projects";
import { fernleigh } from "./seed-fernleigh-clients";
import { bluewaterClients, readwellClients } from "./seed-invoice-story";

/** The demo's clients: who they are, what they were sent, and what became of it. Day 0 is today. */

/** One link's life: when it was issued, and how many minutes later it arrived, bounced or was used. */
export type LinkStory = {
  purpose:
    | "portal-invitation"
    | "portal-login"
    | "contract-signature"
    | "scope-review"
    | "selections"
    | "appointment"
    | "invoice"
    | "service-report";
  day: number;
  at: string;
  channel: "email" | "sms";
  to: string;
  lifeMinutes: number;
  standing?: true;
  delivered?: number;
  bounced?: number;
  why?: string;
  spent?: number;
  device?: string;
  /** The browser that asked for it; the office sent it otherwise. */
  askedFrom?: string;
};

type Person = Omit<typeof contacts.$inferInsert, "tenantId" | "kind">;

export type ClientStory = {
  contact: Person;
  project?: Pick<typeof projects.$inferInsert, "name" | "place" | "stages" | "startsOn">;
  documents: {
    kind: "contract" | "scope" | "selections" | "appointment" | "invoice" | "service-report";
    title: string;
    body: string;
    /** In how many days an answer is due. */
    due?: number;
    sent?: LinkStory;
  }[];
  links: LinkStory[];
};

const week = 7 * 24 * 60;
const quarter = 90 * 24 * 60;
const ellen = {
  name: "Ellen Marsh",
  email: "ellen@marsh.example",
  phone: "+15125550142",
  portalAccess: true,
};
const toEllen = { channel: "email", to: ellen.email, delivered: 1 } as const;

const readwell: ClientStory[] = [
  {
    contact: {
      ...ellen,
      phone: null,
      partnerName: "Tom Marsh",
      partnerEmail: "tom@marsh.example",
      partnerPhone: "+15125550143",
    },
    project: { name: "Kitchen and rear addition", place: "118 Quarry Bend, Austin, TX 78746" },
    documents: [
      {
        kind: "contract",
        title: "Construction contract",
        due: 3,
        body: "Readwell Builders will build the kitchen and the rear addition at 118 Quarry Bend, as drawn on plan A-4.\n\nWork begins on May 11 and takes nine weeks. The price is fixed; changes are agreed in writing.",
        sent: { purpose: "contract-signature", day: -1, at: "10:05", ...toEllen, lifeMinutes: week },
      },
      {
        kind: "selections",
        title: "Kitchen finishes",
        due: 6,
        body: "Samples are at the house until Thursday",
        sent: {
          purpose: "selections",
          day: -2,
          at: "15:30",
          ...toEllen,
          spent: 41,
          device: "Chrome on Android",
          lifeMinutes: week,
        },
      },
      {
        kind: "appointment",
        title: "Walk-through with June",
        body: "Bring the plans that you marked up.",
        sent: { purpose: "appointment", day: -1, at: "11:20", ...toEllen, lifeMinutes: week },
      },
      {
        kind: "scope",
        title: "Electrical scope",
        body: "",
        sent: { purpose: "scope-review", day: -1, at: "10:05", ...toEllen, lifeMinutes: week },
      },
      {
        kind: "scope",
        title: "Plumbing scope",
        body: "",
        sent: {
          purpose: "scope-review",
          day: -8,
          at: "14:30",
          ...toEllen,
          spent: 22,
          device: "Chrome on Android",
          lifeMinutes: week,
        },
      },
      {
        kind: "invoice",
        title: "Deposit",
        due: 14,
        body: "Invoice RB-0118. The first of five stages, $12,500.00, before the work begins.",
        sent: {
          purpose: "invoice",
          day: -1,
          at: "10:12",
          ...toEllen,
          standing: true,
          lifeMinutes: quarter,
        },
      },
      {
        kind: "scope",
        title: "Rear addition, second look",
        body: "Draft: the window seat moves to the north wall.",
      },
    ],
    links: [
      {
        purpose: "portal-invitation",
        day: -9,
        at: "09:00",
        ...toEllen,
        spent: 12,
        device: "Chrome on Android",
        lifeMinutes: week,
      },
      {
        purpose: "portal-invitation",
        day: -9,
        at: "09:00",
        channel: "email",
        to: "tom@marsh.example",
        delivered: 1,
        lifeMinutes: week,
      },
    ],
  },
  ...readwellClients,
];

const greenline: ClientStory[] = [
  {
    contact: ellen,
    documents: [
      {
        kind: "appointment",
        title: "Spring aeration and overseed",
        body: "Flag your sprinkler heads, leave the gate unlocked",
        sent: { purpose: "appointment", day: -2, at: "08:20", ...toEllen, lifeMinutes: week },
      },
    ],
    links: [],
  },
];

const bluewater: ClientStory[] = [
  {
    contact: ellen,
    project: {
      ...{ name: "Pool service", place: "118 Quarry Bend, Austin" },
      ...{ stages: ["Opening", "Season", "Closing"], startsOn: null },
    },
    documents: [
      {
        kind: "invoice",
        title: "Pool service, April",
        body: "",
        due: 6,
        sent: { purpose: "invoice", day: -3, at: "16:10", ...toEllen, standing: true, lifeMinutes: quarter },
      },
      {
        kind: "invoice",
        title: "Pool service, March",
        body: "",
        due: -18,
        sent: { purpose: "invoice", day: -32, at: "16:20", ...toEllen, standing: true, lifeMinutes: quarter },
      },
      {
        kind: "service-report",
        title: "Visit of last week",
        body: "Brushed the tile line and vacuumed the deep end. The skimmer basket was full of oak leaves, so we emptied it and rinsed the pump basket too.\n\nThe water is balanced. You can swim tonight.",
        sent: {
          purpose: "service-report",
          day: -6,
          at: "11:30",
          ...toEllen,
          standing: true,
          lifeMinutes: quarter,
        },
      },
    ],
    links: [],
  },
  ...bluewaterClients,
];

export const clientStories = { fernleigh, readwell, greenline, bluewater };
