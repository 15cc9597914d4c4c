import type { contacts } from "./schema/people";
import type { projects } from "./schema/projects";

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
  project?: Pick<typeof projects.$inferInsert, "name" | "place">;
  documents: {
    kind: "contract" | "scope" | "selections" | "appointment" | "invoice" | "service-report";
    title: string;
    body: string;
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
const gordon = { email: "gordon@tully.example", phone: "+61491573770" };
const carrier = "The carrier blocks short codes";
const blocked = {
  channel: "sms",
  to: gordon.phone,
  bounced: 1,
  why: carrier,
  askedFrom: "Safari on iOS",
  lifeMinutes: 30,
} as const;

/** Gordon can't get in: what the office sees when he calls. */
const fernleigh: ClientStory[] = [
  {
    contact: { name: "Gordon Tully", ...gordon, portalAccess: true },
    project: { name: "27 Bull St, new bathroom", place: "27 Bull St, Mayfield" },
    documents: [
      {
        kind: "scope",
        title: "27 Bull St, new bathroom",
        body: "Strip out the old bathroom, waterproof, tile to the ceiling, new vanity, shower and toilet.\n\nTwo weeks on site. The downstairs toilet stays in use.",
        sent: {
          purpose: "scope-review",
          day: -3,
          at: "17:48",
          channel: "email",
          to: gordon.email,
          delivered: 0,
          spent: 16,
          device: "Safari on iOS",
          lifeMinutes: week,
        },
      },
    ],
    links: [
      {
        purpose: "portal-invitation",
        day: -4,
        at: "09:15",
        channel: "email",
        to: gordon.email,
        delivered: 1,
        spent: 196,
        device: "Safari on iOS",
        lifeMinutes: week,
      },
      { purpose: "portal-login", day: 0, at: "11:09", ...blocked },
      { purpose: "portal-login", day: 0, at: "11:20", ...blocked },
    ],
  },
  {
    contact: {
      name: "Ines Duarte",
      email: "ines@duarte.example",
      phone: "+61491571115",
      partnerName: "Rui Duarte",
      partnerEmail: "rui@duarte.example",
    },
    documents: [],
    links: [],
  },
];

const readwell: ClientStory[] = [
  {
    contact: {
      ...ellen,
      phone: null,
      partnerName: "Tom Marsh",
      partnerEmail: "tom@marsh.example",
      partnerPhone: "+15125550143",
    },
    project: { name: "Kitchen and rear addition", place: "118 Barton Ave, Austin" },
    documents: [
      {
        kind: "contract",
        title: "Kitchen and rear addition",
        body: "Readwell Builders will build the kitchen and the rear addition at 118 Barton Ave, as drawn on plan A-4.\n\nWork begins on May 11 and takes nine weeks. The price is fixed; changes are agreed in writing.",
        sent: { purpose: "contract-signature", day: -1, at: "10:05", ...toEllen, lifeMinutes: week },
      },
      {
        kind: "selections",
        title: "Kitchen finishes",
        body: "Cabinet fronts, worktop, tap and splashback: choose one of each by May 2.",
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
];

const greenline: ClientStory[] = [
  {
    contact: ellen,
    documents: [
      {
        kind: "appointment",
        title: "Aeration on Thursday",
        body: "Spring aeration of the front and back lawn. About ninety minutes; nobody needs to be home.",
        sent: { purpose: "appointment", day: -2, at: "08:20", ...toEllen, lifeMinutes: week },
      },
    ],
    links: [],
  },
];

const bluewater: ClientStory[] = [
  {
    contact: ellen,
    documents: [
      {
        kind: "invoice",
        title: "Pool service, April",
        body: "Weekly service, four visits, and one filter cartridge. $399.44 in all.",
        sent: { purpose: "invoice", day: -3, at: "16:10", ...toEllen, standing: true, lifeMinutes: quarter },
      },
      {
        kind: "service-report",
        title: "Visit of last week",
        body: "Water balanced, skimmer cleaned. Chlorine 2.1 ppm, pH 7.4.",
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
];

export const clientStories = { fernleigh, readwell, greenline, bluewater };
