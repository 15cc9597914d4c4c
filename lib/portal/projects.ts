import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { projectMembers, projects } from "@/db/schema/projects";
import { members } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import type { ClientScope } from "@/lib/auth/scope";
import { wholeDay } from "@/lib/dates";
import { mostShared, readShared, type SharedFile } from "@/lib/people/project-files";
import type { ClientReader } from "./reader";
import type { ClientPerson } from "./views";

/** A project as its client’s home tells it. */
export type ClientProject = {
  id: string;
  name: string;
  place: string;
  stages: string[];
  /** The one that it is in, counted from 0. */
  stage: number;
  startsOn: string | null;
};

/** A client’s projects that go on, the newest first; who has no portal sees none. */
export async function readClientProjects(tx: Tx, { actor }: ClientScope): Promise<ClientProject[]> {
  if (!actor.portal) return [];
  const { id, name, place, stages, stage, startsOn } = projects;
  return tx
    .select({ id, name, place, stages, stage, startsOn })
    .from(projects)
    .where(and(eq(projects.contactId, actor.contactId), isNull(projects.closedAt)))
    .orderBy(desc(projects.createdAt), desc(projects.id));
}

/** “Building starts Monday, May 11”, and in as few words as a phone has room for; null where no day is set. */
export function startWords(
  { startsOn }: ClientProject,
  { isBuilder, reader }: { isBuilder: boolean; reader: ClientReader },
): { words: string; brief: string } | null {
  if (!startsOn) return null;
  const verb = startsOn < reader.today ? "started" : "starts";
  const day = new Date(`${startsOn}T12:00:00Z`);
  const when = startsOn === reader.today ? "today" : wholeDay(day, "UTC", reader.locale);
  return {
    words: `${isBuilder ? "Building" : "Work"} ${verb} ${when}`,
    brief: `${verb === "starts" ? "Starts" : "Started"} ${when}`,
  };
}

/** Whom this client meets in any of their projects. */
export const listPeople = (scope: ClientScope): Promise<ClientPerson[]> =>
  listInTenant(scope, async (tx) => {
    const own = await readClientProjects(tx, scope);
    return readPeople(
      tx,
      scope,
      own.map(({ id }) => id),
    );
  });

/**
 * Whom of the office a client meets in these projects of theirs, each once, and the other of the two where both come in by
 * links.
 */
export async function readPeople(tx: Tx, scope: ClientScope, projectIds: string[]): Promise<ClientPerson[]> {
  if (projectIds.length === 0) return [];
  const [team, other] = await Promise.all([
    tx
      .select({ id: members.id, name: members.name, about: members.jobTitle, phone: members.phone })
      .from(projectMembers)
      .innerJoin(members, eq(members.id, projectMembers.memberId))
      .where(and(inArray(projectMembers.projectId, projectIds), eq(members.active, true)))
      .orderBy(asc(projectMembers.place), asc(members.name)),
    readOther(tx, scope),
  ]);
  const each = [...new Map(team.map((member) => [member.id, member])).values()];
  return [
    ...each.map(({ name, about, phone }) => ({
      ...{ name, about },
      phone: phone ? { href: `tel:${phone}`, words: phoneWords(phone) ?? phone } : null,
    })),
    ...(each.length > 0 && other ? [{ name: other, about: "Has their own link", phone: null }] : []),
  ];
}

/** The files that this client’s projects share, those that are over among them, the newest first. */
export const listFiles = (scope: ClientScope): Promise<SharedFile[]> =>
  listInTenant(scope, async (tx) => {
    const { contactId, portal } = scope.actor;
    if (!portal) return [];
    const own = await tx.select({ id: projects.id }).from(projects).where(eq(projects.contactId, contactId));
    return readShared(
      tx,
      own.map(({ id }) => id),
      own.length * mostShared,
    );
  });

/** The name of the other of a client’s two people, if there is one who can be sent links. */
async function readOther(tx: Tx, { actor }: ClientScope): Promise<string | null> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, actor.contactId));
  if (!contact) return null;
  const { name, email, phone, partnerName, partnerEmail, partnerPhone } = contact;
  if (!partnerName || !(partnerEmail ?? partnerPhone)) return null;
  if (actor.person === "primary") return partnerName;
  return (email ?? phone) ? name : null;
}
