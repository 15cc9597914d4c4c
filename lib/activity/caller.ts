import { and, desc, eq, isNull } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { links } from "@/db/schema/links";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { listSessions } from "@/lib/auth/session-list";
import { done, type Outcome } from "@/lib/outcome";
import { readClient } from "@/lib/people/clients";
import type { Contact } from "@/lib/people/contacts";
import { type Caller, cantGetIn, type Step } from "./cant-get-in";
import { type Link, type LinkRow, linkRow } from "./link-trail";

type Who = "client" | "partner";

/** A client as the activity shows them: their links, and what helps when they can’t get in. */
export type CallerView = {
  id: string;
  name: string;
  /** What they are to this business. */
  about: string;
  active: boolean;
  links: LinkRow[];
  /** The client and their partner, where there is one: the steps are for the one who is chosen. */
  people: { who: Who; name: string; isChosen: boolean }[];
  steps: Step[];
};

/** A client with their newest links and the steps for one of the two people. Refuses with "not-found". */
export async function readCaller(
  scope: StaffScope,
  asked: { id: string; who?: Who | undefined },
  now: Date,
): Promise<Outcome<CallerView>> {
  const found = await readClient(scope, asked.id);
  if (!found.ok) return found;
  const contact = found.value;
  const { id, name, active, portalAccess } = contact;
  const { zone, newest, project } = await readAround(scope, id);
  const sessions = await listSessions(scope, id);
  const people = peopleOf(contact);
  const chosen = asked.who ?? (isPartners(contact, newest[0]) ? "partner" : "client");
  const person = people.find(({ who }) => who === chosen) ?? people[0];
  const caller: Caller = {
    ...{ active, portalAccess, email: person.email, phone: person.phone },
    links: newest.filter((link) => isPartners(contact, link) === (person.who === "partner")),
    devices: sessions.filter((session) => session.person === person.name).map(({ device }) => device),
  };
  return done({
    ...{ id, name, active },
    about: project ? [project.name, project.place].filter(Boolean).join(", ") : "Client",
    links: newest.map((link) => linkRow(link, zone, now)),
    people: people.map(({ who, name }) => ({ who, name, isChosen: who === person.who })),
    steps: cantGetIn(caller, { now, zone }),
  });
}

/** The client's newest links and open project, and the zone in which their times are told. */
async function readAround(scope: StaffScope, clientId: string) {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select({ zone: tenants.timeZone }).from(tenants);
    const newest = await tx
      .select()
      .from(links)
      .where(eq(links.contactId, clientId))
      .orderBy(desc(links.issuedAt))
      .limit(20);
    const [project] = await tx
      .select()
      .from(projects)
      .where(and(eq(projects.contactId, clientId), isNull(projects.closedAt)))
      .orderBy(desc(projects.createdAt))
      .limit(1);
    return { zone: tenant?.zone ?? "UTC", newest, project };
  });
}

type Person = { who: Who; name: string; email: string | null; phone: string | null };

function peopleOf(contact: Contact): [Person, ...Person[]] {
  const { name, email, phone, partnerName, partnerEmail, partnerPhone } = contact;
  const client: Person = { who: "client", name, email, phone };
  if (!partnerEmail && !partnerPhone) return [client];
  const partner = partnerName ?? `${name}’s partner`;
  return [client, { who: "partner", name: partner, email: partnerEmail, phone: partnerPhone }];
}

const isPartners = ({ partnerEmail, partnerPhone }: Contact, link: Link | undefined): boolean =>
  link !== undefined && (link.address === partnerEmail || link.address === partnerPhone);
