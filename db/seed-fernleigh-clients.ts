import type { ClientStory } from "./seed-client-story";

const week = 7 * 24 * 60;
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
export const fernleigh: ClientStory[] = [
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
