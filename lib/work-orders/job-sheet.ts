import { homeOf, phoneWords } from "@/lib/address";
import type { ContractorScope } from "@/lib/auth/scope";
import { clock, dayAndClock, dayName, fromNow, longDay, plainDay, rfc3339, shortDay } from "@/lib/dates";
import { symbolOf } from "@/lib/money";
import { done, type Outcome } from "@/lib/outcome";
import { allowedActions, takesFiles } from "./machine";
import { firstName, money } from "./order-view";
import { readSheet, type Sheet, type SheetInvoice } from "./sheet";
import type { JobView } from "./views";
import { reference, restOfAddress } from "./work-order";

/** The job page: everything in words, in the property's zone. Nothing of the owner, of margins or of the office's notes. */
export async function readJobView(scope: ContractorScope, now = new Date()): Promise<Outcome<JobView>> {
  const sheet = await readSheet(scope);
  if (!sheet.ok) return sheet;
  const { order, tenant, property, manager, company, invoices, photos, thread } = sheet.value;
  const zone = property.timeZone;
  const { locale } = tenant;
  const rest = restOfAddress(property);
  const person = (name: string, phone: string | null) => ({
    ...{ name, phone },
    phoneWords: phoneWords(phone, homeOf(locale)),
  });
  return done({
    ...stateOf(order, { zone, locale, now }),
    number: order.number,
    reference: reference(order.number),
    title: order.title,
    scope: order.scope,
    agency: {
      ...{ name: tenant.name, logo: tenant.logo },
      ...{ brandColour: tenant.brandColour, locale },
    },
    address: { street: property.street, rest, mapUrl: mapUrl(`${property.street}, ${rest}`) },
    accessNotes: property.accessNotes,
    occupant: property.occupantName ? person(property.occupantName, property.occupantPhone) : null,
    manager: {
      ...person(manager.name, manager.phone),
      firstName: firstName(manager.name),
      email: manager.email,
      jobTitle: manager.jobTitle,
    },
    contractor: { company: company ?? scope.actor.name, firstName: firstName(scope.actor.name) },
    ceiling: order.ceilingCents === null ? null : money(order.ceilingCents, order.currency, locale),
    symbol: symbolOf({ currency: order.currency, locale }),
    taxLabel: tenant.taxLabel,
    photos,
    thread: thread.map(({ at, ...entry }) => ({ ...entry, when: dayAndClock(at, zone, locale) })),
    invoices: invoices.map((each) => invoiceLine(each, { locale, zone, manager: firstName(manager.name) })),
    sent: {
      on: dayAndClock(order.sentAt, zone, locale),
      until: shortDay(scope.actor.linkExpiresAt, zone, locale),
    },
    timeZone: zone,
  });
}

type Reading = { zone: string; locale: string; now: Date };

function stateOf(order: Sheet["order"], { zone, locale, now }: Reading) {
  const at = order.scheduledFor;
  const dayOf = (when: Date) => {
    const name = dayName(when, zone, now);
    const day = longDay(when, zone, locale);
    return name === "Today" ? `Today, ${day}` : day;
  };
  const milestones = [
    ["Accepted", order.acceptedAt],
    ["On site", order.onSiteAt],
    ["Completed", order.completedAt],
  ] as const;
  return {
    status: order.status,
    actions: allowedActions(order.status),
    takesFiles: takesFiles(order.status),
    scheduled:
      order.status === "SCHEDULED" && at
        ? {
            words: `${dayOf(at)}, ${clock(at, zone, locale)}`,
            relative: at > now ? `Starts ${fromNow(at, now)}` : `Was due ${fromNow(at, now)}`,
          }
        : null,
    wasScheduled: at !== null,
    onSiteSince: order.status === "ON_SITE" && order.onSiteAt ? clock(order.onSiteAt, zone, locale) : null,
    milestones: milestones.flatMap(([label, when]) =>
      when ? [{ label, words: dayAndClock(when, zone, locale) }] : [],
    ),
  };
}

const mapUrl = (address: string) =>
  `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(address)}`;

type InvoiceReading = { locale: string; zone: string; manager: string };

function invoiceLine(invoice: SheetInvoice, reading: InvoiceReading): JobView["invoices"][number] {
  const { locale, zone } = reading;
  const { id, number, amountCents, ceilingCents, currency, fileName, state } = invoice;
  const overCents = ceilingCents === null ? 0 : amountCents - ceilingCents;
  const over = overCents > 0 ? money(overCents, currency, locale) : null;
  return {
    ...{ id, number, fileName, state },
    amount: money(amountCents, currency, locale),
    received: clock(invoice.at, zone, locale),
    over,
    standing: standingOf(invoice, over?.words, reading),
  };
}

/** Where an invoice stands, as its contractor reads it. */
function standingOf(
  { state, paidOn }: SheetInvoice,
  over: string | undefined,
  { manager, locale }: InvoiceReading,
): string {
  switch (state) {
    case "received":
      return "";
    case "needs-approval":
      return over ? `${over} over. ${manager} has to approve the extra.` : `${manager} has to approve it.`;
    case "queried":
      return `${manager} asked about it. Answer under Questions, or send a corrected one.`;
    case "approved":
      return over ? `${over} over, approved` : "Approved";
    case "paid":
      return paidOn ? `Paid on ${plainDay(paidOn, locale)}` : "Paid";
  }
}

/** The job as the public API has it: instants in RFC 3339 with the property's offset, money in integer cents. */
export async function readJobSheet(scope: ContractorScope) {
  const sheet = await readSheet(scope);
  if (!sheet.ok) return sheet;
  const { order, tenant, property, manager, invoices, photos, thread } = sheet.value;
  const at = (when: Date | null) => when && rfc3339(when, property.timeZone);
  const cents = (amountCents: number) => ({ amountCents, currency: order.currency });
  return done({
    number: reference(order.number),
    status: order.status,
    title: order.title,
    scope: order.scope,
    address: {
      street: property.street,
      suburb: property.suburb,
      state: property.state,
      postcode: property.postcode,
    },
    accessNotes: property.accessNotes,
    occupant: property.occupantName ? { name: property.occupantName, phone: property.occupantPhone } : null,
    manager: { name: manager.name, phone: manager.phone, email: manager.email },
    agency: { name: tenant.name },
    costCeiling: order.ceilingCents === null ? null : cents(order.ceilingCents),
    scheduledFor: at(order.scheduledFor),
    onSiteAt: at(order.onSiteAt),
    completedAt: at(order.completedAt),
    photos: photos.map(({ id, caption }) => ({ id, caption })),
    questions: thread.map((entry) => ({ from: entry.from, text: entry.text, at: at(entry.at) })),
    invoices: invoices.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      ...cents(invoice.amountCents),
      fileName: invoice.fileName,
      state: invoice.state,
      paidOn: invoice.paidOn,
      receivedAt: at(invoice.at),
    })),
    actions: allowedActions(order.status),
    linkExpiresAt: at(scope.actor.linkExpiresAt),
  });
}
