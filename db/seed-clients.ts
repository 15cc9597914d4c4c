import { messages } from "./schema/delivery";
import { documents } from "./schema/documents";
import { events } from "./schema/events";
import { links } from "./schema/links";
import { contacts } from "./schema/people";
import { projects } from "./schema/projects";
import type { SeedTx } from "./seed";
import type { ClientStory, clientStories, LinkStory } from "./seed-client-story";
import type { StoryClock } from "./seed-clock";
import { dayOf, projectOf, seedProjectHome } from "./seed-home";
import { fills } from "./seed-kinds";

/** A business of the demo, and the member who sends its links. */
export type Shop = {
  tenantId: string;
  member: { id: string; name: string };
  /** Whom its clients meet in a project. */
  team?: { id: string }[];
};

/** When the story happens, and where its files are put. */
export type Demo = { clock: StoryClock; filesDir: string };

type Telling = { tx: SeedTx; shop: Shop; clock: StoryClock; contactId: string; name: string };

/** The clients of one business: who they are, what they were sent, and what became of every link. */
export async function seedClients(
  tx: SeedTx,
  shop: Shop,
  stories: (typeof clientStories)[keyof typeof clientStories],
  demo: Demo,
): Promise<void> {
  for (const story of stories) await tellClient(tx, shop, story, demo);
}

async function tellClient(tx: SeedTx, shop: Shop, story: ClientStory, demo: Demo): Promise<void> {
  const { tenantId } = shop;
  const { clock } = demo;
  const [contact] = await tx
    .insert(contacts)
    .values({ ...story.contact, tenantId, kind: "client" })
    .returning({ id: contacts.id, name: contacts.name });
  if (!contact) throw new Error("A client of the story was not stored.");
  const telling = { tx, shop, clock, contactId: contact.id, name: contact.name };
  const [project] = story.project
    ? await tx
        .insert(projects)
        .values({ ...projectOf(clock), ...story.project, tenantId, contactId: contact.id })
        .returning({ id: projects.id })
    : [];
  const { team = [] } = shop;
  if (project && team.length > 0) {
    await seedProjectHome(tx, { tenantId, projectId: project.id, team }, demo);
  }
  for (const { sent, due, ...document } of story.documents) {
    const sentAt = sent && clock(sent.day, sent.at);
    const [row] = await tx
      .insert(documents)
      .values({
        ...document,
        tenantId,
        contactId: contact.id,
        projectId: project?.id ?? null,
        memberId: shop.member.id,
        dueOn: due === undefined ? null : dayOf(clock(due, "12:00")),
        sentAt,
        addressedTo: sent ? [sent.to] : [],
      })
      .returning();
    if (!row) throw new Error("A document of the story was not stored.");
    await fills[row.kind]?.({ tx, document: row, member: shop.member, ...demo });
    if (sent) await tellLink(telling, sent, row.id);
  }
  for (const link of story.links) await tellLink(telling, link);
}

type Moments = { issued: Date; delivered: Date | null; bounced: Date | null; spent: Date | null };

/** When each thing happened to a link: the story counts in minutes from when it was issued. */
function momentsOf(story: LinkStory, clock: StoryClock): Moments {
  const issued = clock(story.day, story.at);
  const later = (minutes: number | undefined) =>
    minutes === undefined ? null : new Date(issued.getTime() + minutes * minute);
  return {
    issued,
    delivered: later(story.delivered),
    bounced: later(story.bounced),
    spent: later(story.spent),
  };
}

const minute = 60_000;

const messageKind = ({ purpose }: LinkStory) =>
  purpose === "portal-login" || purpose === "portal-invitation" ? purpose : "document";

async function tellLink(telling: Telling, story: LinkStory, documentId?: string) {
  const { tx, shop, clock, contactId } = telling;
  const moments = momentsOf(story, clock);
  const { issued, delivered, bounced, spent } = moments;
  const shared = { tenantId: shop.tenantId, contactId, channel: story.channel, address: story.to };
  const outcome = { sentAt: issued, deliveredAt: delivered, bouncedAt: bounced };
  const [link] = await tx
    .insert(links)
    .values({
      ...shared,
      ...outcome,
      purpose: story.purpose,
      class: story.standing ? "standing" : "single-use",
      documentId: documentId ?? null,
      issuedAt: issued,
      expiresAt: new Date(issued.getTime() + story.lifeMinutes * minute),
      openedAt: spent,
      spentAt: spent,
      bounceReason: story.why,
      askedFrom: story.askedFrom ?? null,
    })
    .returning({ id: links.id });
  const linkId = link?.id ?? "";
  await tx.insert(messages).values({
    ...shared,
    ...outcome,
    kind: messageKind(story),
    linkId,
    failure: story.why,
    queuedAt: issued,
    attempts: 1,
  });
  await tx.insert(events).values(happeningsOf(telling, story, { ...moments, linkId }));
}

function happeningsOf(
  { shop, contactId, name }: Telling,
  story: LinkStory,
  { linkId, issued, delivered, bounced, spent }: Moments & { linkId: string },
): (typeof events.$inferInsert)[] {
  const { member, tenantId } = shop;
  const { purpose, channel, askedFrom, to, why = "", device = "" } = story;
  const of = { tenantId, contactId, linkId };
  const bySystem = { ...of, actor: "system" as const };
  const byClient = { ...of, actor: "contact" as const, actorId: contactId, actorName: name };
  const byOffice = { ...of, actor: "member" as const, actorId: member.id, actorName: member.name };
  const told = { message: messageKind(story), channel, to };
  return [
    { ...(askedFrom ? byClient : byOffice), at: issued, kind: "link.issued", detail: { purpose, channel } },
    { ...bySystem, at: issued, kind: "link.sent", detail: told },
    ...(bounced
      ? [{ ...bySystem, at: bounced, kind: "link.bounced" as const, detail: { ...told, reason: why } }]
      : []),
    ...(delivered ? [{ ...bySystem, at: delivered, kind: "link.delivered" as const, detail: told }] : []),
    ...(spent ? [{ ...byClient, at: spent, kind: "link.spent" as const, detail: { device } }] : []),
  ];
}
