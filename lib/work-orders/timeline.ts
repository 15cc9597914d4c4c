import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, happeningKinds } from "@/db/schema/events";
import { clock, dayAndYear, dayName, weekday } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { linkSentChip } from "./chips";
import { readLinkStates } from "./link-states";
import { attachedThen, billSentences } from "./timeline-bills";
import { type Attached, type Event, nothing, plain, type Reading, type Teller } from "./timeline-teller";
import type { TimelineEntry } from "./views";
import type { Surroundings, WorkOrder } from "./work-order";

/**
 * The story of one order, oldest first, in the words that the glossary fixes; times in the property's zone, money as the
 * business writes it.
 */
export async function readTimeline(
  tx: Tx,
  order: WorkOrder,
  { property, tenant }: Surroundings,
  invoices: Map<string, Attached>,
): Promise<TimelineEntry[]> {
  const zone = property.timeZone;
  const told = happeningKinds.filter((kind) => kind in sentences);
  const happenings = await tx
    .select()
    .from(events)
    .where(and(eq(events.workOrderId, order.id), inArray(events.kind, told)))
    .orderBy(asc(events.id));
  const reading: Reading = {
    order,
    zone,
    locale: tenant.locale,
    money: (cents) => formatMoney(Number(cents), order.currency, tenant.locale),
    now: new Date(),
    links: await readLinkStates(tx, order.id, zone),
    invoice: (id) => invoices.get(id) ?? nothing,
  };
  return withoutEcho(happenings.map(withItsFile)).flatMap((event, place, all) => {
    const entry = sentences[event.kind]?.(event, reading, all.slice(place + 1));
    const at = momentOf(event);
    return entry ? [{ id: event.id, day: dayName(at, zone, reading.now), ...entry }] : [];
  });
}

/** A link that a dispatch sent is told with the dispatch, and an invoice that came with the completion is told with it. */
function withoutEcho(happenings: Event[]): Event[] {
  const dispatched = new Set(
    happenings.flatMap((event) => (event.kind === "work-order.dispatched" ? [event.linkId] : [])),
  );
  const begun = happenings.some((event) => event.kind === "work-order.dispatched");
  return happenings.filter((event) => {
    if (event.kind === "link.issued")
      return event.actor === "member" && !dispatched.has(event.linkId) && event.detail.channel !== "copy";
    if (event.kind === "work-order.created") return !begun;
    return true;
  });
}

/** An invoice that came with the completion is told with it: by the file that was sent then. */
function withItsFile(event: Event, _: number, all: Event[]): Event {
  const { invoiceId } = event.detail;
  if (event.kind !== "work-order.completed" || !invoiceId) return event;
  const sent = all.find(({ kind, detail }) => kind === "invoice.received" && detail.invoiceId === invoiceId);
  const { fileId = null, fileName = null } = sent?.detail ?? {};
  return { ...event, detail: { ...event.detail, fileId, fileName } };
}

const momentOf = (event: Event) =>
  typeof event.detail.at === "string" ? new Date(event.detail.at) : event.at;

const sentences: Partial<Record<Event["kind"], Teller>> = {
  ...billSentences,
  "work-order.created": (event, { zone }) => ({
    ...plain,
    state: "DRAFT",
    tone: "closed",
    sentence: `${event.actorName} wrote this order at ${clock(event.at, zone)}. Nobody has it yet.`,
  }),
  "work-order.dispatched": (event, { zone, links: states }) => {
    const link = states.get(event.linkId ?? "") ?? null;
    return {
      ...plain,
      state: "ASSIGNED",
      tone: "assigned",
      sentence: `PM ${event.detail.again ? "dispatched again" : "dispatched"} to ${event.detail.company} at ${clock(event.at, zone)}`,
      chip: link && linkSentChip(link.days),
      link,
    };
  },
  "link.issued": (event, { zone, links: states }) => ({
    ...plain,
    state: "LINK",
    tone: "assigned",
    sentence: `${event.actorName} sent a link at ${clock(event.at, zone)}`,
    link: states.get(event.linkId ?? "") ?? null,
  }),
  "link.copied": (event, { zone, links: states }) => ({
    ...plain,
    state: "LINK",
    tone: "assigned",
    sentence: `${event.actorName} copied a link at ${clock(event.at, zone)}`,
    link: states.get(event.linkId ?? "") ?? null,
  }),
  "link.asked-for": (event, { zone, order }, later) => ({
    ...plain,
    state: "LINK",
    tone: "question",
    sentence: `${event.actorName} asked for a new link at ${clock(event.at, zone)}`,
    chip:
      order.linkAskedAt && !later.some(({ kind }) => kind === event.kind)
        ? { tone: "question", text: "Waiting for a new link" }
        : null,
  }),
  "link.ask-dismissed": (event, { zone }) => ({
    ...plain,
    state: "LINK",
    tone: "closed",
    sentence: `${event.actorName} sent no new link, at ${clock(event.at, zone)}`,
  }),
  "work-order.accepted": (event, { zone }) => {
    const at = clock(momentOf(event), zone);
    return {
      ...plain,
      state: "ACCEPTED",
      tone: "accepted",
      sentence: `Contractor opened the link at ${at} and clicked Accept`,
      chip: { tone: "accepted", text: `Accepted ${at}` },
    };
  },
  "work-order.scheduled": (event, { zone }) => {
    const time = new Date(String(event.detail.scheduledFor));
    return {
      ...plain,
      state: "SCHEDULED",
      tone: "scheduled",
      sentence: `Contractor scheduled for ${dayAndYear(time, zone)}, ${clock(time, zone)}`,
      chip: { tone: "scheduled", text: `Scheduled ${weekday(time, zone)} ${clock(time, zone)}` },
    };
  },
  "work-order.on-site": (event, { zone }) => {
    const at = clock(momentOf(event), zone);
    return {
      ...plain,
      state: "ON_SITE",
      tone: "on-site",
      sentence: `Contractor clicked On site at ${at}`,
      chip: { tone: "on-site", text: `On site since ${at}` },
    };
  },
  "work-order.photo-added": (event, { zone }) => {
    if (event.actor !== "contact") return undefined;
    const { count } = event.detail;
    return {
      ...plain,
      state: "PHOTOS",
      tone: "on-site",
      sentence: `Contractor added ${count === 1 ? "a photo" : `${count} photos`} at ${clock(momentOf(event), zone)}`,
    };
  },
  "work-order.question": (event, { zone, order }, later) => {
    const answered = later.some(
      ({ kind }) => kind === "work-order.answered" || kind === "work-order.dispatched",
    );
    return {
      ...plain,
      state: "QUESTION",
      tone: "question",
      sentence: `Contractor asked at ${clock(momentOf(event), zone)}: “${event.detail.question}”`,
      chip: !answered && order.questionAt ? { tone: "question", text: "Waiting for your reply" } : null,
    };
  },
  "work-order.answered": (event, { zone }) => ({
    ...plain,
    state: "REPLY",
    tone: "assigned",
    sentence: `${event.actorName} replied at ${clock(event.at, zone)}: “${event.detail.answer}”`,
  }),
  "work-order.completed": (event, { zone, invoice }) => {
    const at = clock(momentOf(event), zone);
    const attached = attachedThen(event, invoice(String(event.detail.invoiceId)));
    return {
      ...plain,
      state: "COMPLETED",
      tone: "completed",
      ...attached,
      sentence: `Contractor clicked Complete${attached.file ? ` + uploaded invoice ${kindOfFile(attached.file.name)}` : ""} at ${at}`,
      chip: { tone: "completed", text: `Completed ${at}${attached.file ? " · invoice attached" : ""}` },
    };
  },
  "work-order.declined": (event, { zone }) => ({
    ...plain,
    state: "DECLINED",
    tone: "closed",
    sentence: `Contractor declined at ${clock(momentOf(event), zone)}${event.detail.reason ? `: “${event.detail.reason}”` : ""}`,
  }),
  "work-order.cancelled": (event, { zone }) => ({
    ...plain,
    state: "CANCELLED",
    tone: "closed",
    sentence: `${event.actorName} cancelled the job at ${clock(event.at, zone)}${event.detail.reason ? `: “${event.detail.reason}”` : ""}`,
  }),
};

const kindOfFile = (name: string) => (name.toLowerCase().endsWith(".pdf") ? "PDF" : "photo");
