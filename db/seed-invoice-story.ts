import type { invoiceLines } from "./schema/invoices";
import type { paymentMethods } from "./schema/payments";
import type { ClientStory } from "./seed-client-story";

/** The demo's invoices, by client and title: what they are for, and what of them was paid. Day 0 is today. */

type Line = Pick<typeof invoiceLines.$inferInsert, "words" | "note" | "quantityMilli" | "unit" | "unitCents">;

export type Paid = {
  day: number;
  at: string;
  /** All of it unless said. */
  amountCents?: number;
  method: (typeof paymentMethods)[number];
  label: string;
};

export type InvoiceStory = {
  /** What its number ends in, once it was sent. */
  serial: number;
  taxMilliPercent: number;
  lines: Line[];
  takesParts?: boolean;
  depositCents?: number;
  paid?: Paid;
};

/** The last number that each business gave. */
export const lastSerials = { readwell: 119, greenline: 1000, bluewater: 3071 } as const;

const weekly = (words: string, visits: number): Line => ({
  ...{ words, quantityMilli: visits * 1000, unit: "visits", unitCents: 5500 },
});

export const invoiceStories: Record<string, InvoiceStory> = {
  "Ellen Marsh: Deposit": {
    serial: 118,
    taxMilliPercent: 0,
    lines: [{ words: "First of five stages, before the work begins", unitCents: 1_250_000 }],
  },
  "Hollis Grant: Cedar deck": {
    serial: 119,
    taxMilliPercent: 8250,
    lines: [
      { words: "Deck in western red cedar", quantityMilli: 240_000, unit: "sq ft", unitCents: 3850 },
      { words: "Steps to the garden", unitCents: 68_000 },
    ],
    depositCents: 250_000,
  },
  "Ellen Marsh: Pool service, April": {
    serial: 3071,
    taxMilliPercent: 8250,
    lines: [
      weekly("Weekly service, April", 4),
      { words: "Filter cartridge clean", note: "Apr 16", unitCents: 8500 },
      { words: "Chlorine tablets, 25 lb", unitCents: 6400 },
    ],
  },
  "Ellen Marsh: Pool service, March": {
    serial: 3068,
    taxMilliPercent: 8250,
    lines: [weekly("Weekly service, March", 5)],
    paid: { day: -30, at: "19:12", method: "card", label: "Visa ending 4242" },
  },
  "Marcus Webb: Pump replacement": {
    serial: 3070,
    taxMilliPercent: 8250,
    lines: [
      { words: "Variable-speed pump, 1.5 hp", unitCents: 118_000 },
      { words: "Fitting and start-up", quantityMilli: 3500, unit: "hours", unitCents: 9500 },
      { words: "Old pump taken back", unitCents: -6000 },
    ],
    takesParts: true,
    paid: {
      day: -2,
      at: "09:30",
      amountCents: 60_000,
      method: "bank-transfer",
      label: "Half now, half in May",
    },
  },
  "Marcus Webb: Heater, as we talked about": {
    serial: 0,
    taxMilliPercent: 8250,
    lines: [
      { words: "Gas heater, 250,000 BTU", unitCents: 264_000 },
      { words: "Fitting", quantityMilli: 6000, unit: "hours", unitCents: 9500 },
    ],
    depositCents: 100_000,
  },
  "Ana Lindqvist: Pool service, March": {
    serial: 3069,
    taxMilliPercent: 8250,
    lines: [weekly("Weekly service, March", 5), { words: "Algae treatment", unitCents: 4800 }],
  },
};

const quarter = 90 * 24 * 60;
const hollis = { name: "Hollis Grant", email: "hollis@grant.example", phone: "+15125550183" };
const marcus = { name: "Marcus Webb", email: "marcus@webb.example", phone: "+15125550187" };
const ana = { name: "Ana Lindqvist", email: "ana@lindqvist.example", phone: "+15125550191" };
const byEmail = {
  purpose: "invoice",
  channel: "email",
  delivered: 1,
  standing: true,
  lifeMinutes: quarter,
} as const;

/** Readwell’s client beside Ellen, who is asked for a deposit first. */
export const readwellClients: ClientStory[] = [
  {
    contact: { ...hollis, portalAccess: true },
    documents: [
      {
        kind: "invoice",
        title: "Cedar deck",
        body: "With the deposit we order the cedar. The rest is due when the deck stands.",
        due: 35,
        sent: { ...byEmail, day: -1, at: "15:20", to: hollis.email },
      },
    ],
    links: [],
  },
];

/** Bluewater’s clients beside Ellen: one who pays in parts, and one who is late. */
export const bluewaterClients: ClientStory[] = [
  {
    contact: { ...marcus, portalAccess: true },
    documents: [
      {
        kind: "invoice",
        title: "Pump replacement",
        body: "",
        due: 9,
        sent: { ...byEmail, day: -5, at: "10:40", to: marcus.email },
      },
      { kind: "invoice", title: "Heater, as we talked about", body: "With the deposit we order it." },
    ],
    links: [],
  },
  {
    contact: { ...ana, portalAccess: true },
    documents: [
      {
        kind: "invoice",
        title: "Pool service, March",
        body: "",
        due: -8,
        sent: { ...byEmail, day: -22, at: "16:05", to: ana.email },
      },
    ],
    links: [],
  },
];
