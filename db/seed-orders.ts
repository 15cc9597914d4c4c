import { eq } from "drizzle-orm";
import { messages } from "./schema/delivery";
import { events } from "./schema/events";
import { links } from "./schema/links";
import { contractorInvoices, threadEntries, workOrders } from "./schema/work-orders";
import type { Office, SeedTx } from "./seed";
import type { StoryClock } from "./seed-clock";
import { seedInvoiceFile, seedPhotos } from "./seed-files";
import { type ContractorKey, contractors, properties } from "./seed-people";
import type { Story } from "./seed-story";

type Setting = { clock: StoryClock; filesDir: string };
type Order = typeof workOrders.$inferSelect;
type Telling = { tx: SeedTx; office: Office; order: Order; story: Story; clock: StoryClock; linkId: string };

/** Tells one order's story: the order as it stands now, its link's life, its thread, its invoice, and every happening. */
export async function seedStory(
  tx: SeedTx,
  office: Office,
  story: Story,
  { clock, filesDir }: Setting,
): Promise<void> {
  const order = await seedOrder(tx, office, story, clock);
  const linkId = await seedLink(tx, office, story, { order, clock });
  if (story.photos) await seedPhotos(tx, order, story.photos, filesDir);
  const telling = { tx, office, order, story, clock, linkId };
  for (const step of story.steps) await tellStep(telling, step);
  if (story.invoice) await seedInvoice(telling, filesDir);
}

const reached = {
  dispatched: "ASSIGNED",
  accepted: "ACCEPTED",
  scheduled: "SCHEDULED",
  "on-site": "ON_SITE",
  completed: "COMPLETED",
  declined: "DECLINED",
} as const;

async function seedOrder(tx: SeedTx, office: Office, story: Story, clock: StoryClock): Promise<Order> {
  const at = (what: Story["steps"][number]["what"]) => {
    const step = story.steps.find((each) => each.what === what);
    return step ? clock(step.day, step.at) : null;
  };
  const chosen = story.steps.find(({ what }) => what === "scheduled")?.on;
  const status = story.steps
    .flatMap(({ what }) => (what in reached ? [reached[what as keyof typeof reached]] : []))
    .at(-1);
  const over = story.invoice !== undefined && story.invoice.amountCents > story.ceilingCents;
  const last = story.steps.at(-1);
  const [order] = await tx
    .insert(workOrders)
    .values({
      tenantId: office.tenantId,
      number: story.number,
      title: story.title,
      scope: story.scope,
      trade: story.trade,
      status: status ?? "DRAFT",
      propertyId: office.places.get(story.property)?.id ?? "",
      contractorId: office.contractors.get(story.contractor)?.id,
      managerId: office.priya.id,
      ceilingCents: story.ceilingCents,
      currency: "AUD",
      dispatchedAt: at("dispatched"),
      acceptedAt: at("accepted"),
      scheduledFor: chosen ? clock(chosen.day, chosen.at) : null,
      onSiteAt: at("on-site"),
      completedAt: at("completed"),
      declinedAt: at("declined"),
      declineReason: story.steps.find(({ what }) => what === "declined")?.words,
      questionAt: at("question"),
      overCeilingAt: over ? at("completed") : null,
      undeliveredAt: at("bounced"),
      movedAt: last ? clock(last.day, last.at) : new Date(),
    })
    .returning();
  if (!order) throw new Error("A work order of the story was not stored.");
  return order;
}

async function seedLink(
  tx: SeedTx,
  office: Office,
  story: Story,
  { order, clock }: { order: Order; clock: StoryClock },
) {
  const at = (what: Story["steps"][number]["what"]) => {
    const step = story.steps.find((each) => each.what === what);
    return step ? clock(step.day, step.at) : null;
  };
  const sent = at("dispatched") ?? new Date();
  const bounced = at("bounced");
  const contractor = contractors[story.contractor];
  const contactId = office.contractors.get(story.contractor)?.id;
  const why = story.steps.find(({ what }) => what === "bounced")?.words;
  const shared = {
    tenantId: office.tenantId,
    contactId,
    workOrderId: order.id,
    channel: "sms" as const,
    address: contractor.phone,
  };
  const [link] = await tx
    .insert(links)
    .values({
      ...shared,
      purpose: "dispatch",
      class: "bearer",
      issuedAt: sent,
      sentAt: sent,
      deliveredAt: bounced ? null : sent,
      bouncedAt: bounced,
      bounceReason: why,
      openedAt: at("opened") ?? at("accepted"),
      expiresAt: new Date(sent.getTime() + 14 * 24 * 3_600_000),
    })
    .returning({ id: links.id });
  const delivered = { sentAt: sent, deliveredAt: bounced ? null : sent, bouncedAt: bounced, failure: why };
  await tx
    .insert(messages)
    .values({ ...shared, ...delivered, kind: "dispatch", linkId: link?.id, queuedAt: sent, attempts: 1 });
  return link?.id ?? "";
}

const kinds = {
  dispatched: "work-order.dispatched",
  opened: "link.opened",
  accepted: "work-order.accepted",
  scheduled: "work-order.scheduled",
  "on-site": "work-order.on-site",
  question: "work-order.question",
  completed: "work-order.completed",
  declined: "work-order.declined",
  bounced: "link.bounced",
} as const;

async function tellStep(telling: Telling, step: Story["steps"][number]) {
  const { tx, office, order, story, clock, linkId } = telling;
  const at = clock(step.day, step.at);
  const contractor = contractors[story.contractor];
  const contactId = office.contractors.get(story.contractor)?.id ?? null;
  const byOffice = step.what === "dispatched";
  if (step.what === "question" && step.words) {
    await tx.insert(threadEntries).values({
      tenantId: office.tenantId,
      workOrderId: order.id,
      from: "contractor",
      contactId,
      text: step.words,
      createdAt: at,
    });
  }
  await tx.insert(events).values({
    tenantId: office.tenantId,
    at,
    kind: kinds[step.what],
    actor: step.what === "bounced" ? "system" : byOffice ? "member" : "contact",
    actorId: byOffice ? office.priya.id : contactId,
    actorName: byOffice ? office.priya.name : contractor.name,
    workOrderId: order.id,
    contactId,
    linkId,
    detail: {
      at: at.toISOString(),
      ...(byOffice && { company: contractor.company, channel: "sms" }),
      ...(step.on && { scheduledFor: clock(step.on.day, step.on.at).toISOString() }),
      ...(step.words && { [step.what === "question" ? "question" : "reason"]: step.words }),
    },
  });
}

/** The invoice came with the completion: the story tells both as one. */
async function seedInvoice({ tx, office, order, story, linkId }: Telling, filesDir: string) {
  const { invoice } = story;
  const contractorId = order.contractorId;
  if (!invoice || !contractorId || !order.completedAt) return;
  const file = await seedInvoiceFile(
    tx,
    order,
    { ...invoice, company: contractors[story.contractor].company },
    filesDir,
  );
  const [stored] = await tx
    .insert(contractorInvoices)
    .values({
      tenantId: office.tenantId,
      workOrderId: order.id,
      contractorId,
      number: invoice.number,
      amountCents: invoice.amountCents,
      currency: "AUD",
      ceilingCents: order.ceilingCents,
      note: invoice.note,
      fileId: file,
      state: invoice.amountCents > story.ceilingCents ? "needs-approval" : "received",
      createdAt: order.completedAt,
    })
    .returning({ id: contractorInvoices.id });
  if (!stored) return;
  await tx
    .update(events)
    .set({ detail: { at: order.completedAt.toISOString(), invoiceId: stored.id, reason: invoice.note } })
    .where(eq(events.id, await completionOf(tx, order.id, linkId)));
}

async function completionOf(tx: SeedTx, orderId: string, linkId: string): Promise<number> {
  const rows = await tx
    .select({ id: events.id, kind: events.kind, linkId: events.linkId })
    .from(events)
    .where(eq(events.workOrderId, orderId));
  return rows.find((row) => row.kind === "work-order.completed" && row.linkId === linkId)?.id ?? 0;
}

/** Jobs done in the weeks before, so that the office knows its contractors: how many, and how fast they answer. */
export async function seedHistory(tx: SeedTx, office: Office, clock: StoryClock): Promise<void> {
  const usual: [ContractorKey, number, number][] = [
    ["beam", 12, 2],
    ["coastline", 4, 9],
    ["northside", 7, 4],
    ["harbour", 9, 6],
  ];
  let number = 2100;
  for (const [key, jobs, minutes] of usual) {
    for (let job = 0; job < jobs; job += 1) {
      number += 1;
      const sent = clock(-7 - job * 3, "09:00");
      const later = (after: number) => new Date(sent.getTime() + after * 60_000);
      const places = Object.keys(properties);
      await tx.insert(workOrders).values({
        tenantId: office.tenantId,
        number,
        title: `${contractors[key].trade} service call`,
        scope: "Routine call. Done and paid.",
        trade: contractors[key].trade,
        status: "COMPLETED",
        propertyId: office.places.get(places[number % places.length] ?? "")?.id ?? "",
        contractorId: office.contractors.get(key)?.id,
        managerId: office.priya.id,
        ceilingCents: 30_000,
        currency: "AUD",
        dispatchedAt: sent,
        acceptedAt: later(minutes),
        onSiteAt: later(1500),
        completedAt: later(1590),
        movedAt: later(1590),
      });
    }
  }
}
