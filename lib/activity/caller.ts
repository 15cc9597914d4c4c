import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { listSessionsOf } from "@/lib/auth/session-list";
import { isPartnerAt } from "@/lib/links/person";
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
  const { place, sent, project } = await readAround(scope, id);
  const moment = { ...place, now };
  const newest = [...sent.client, ...sent.partner].sort(byIssue);
  const people = peopleOf(contact);
  const chosen = asked.who ?? (newest[0] && sent.partner.includes(newest[0]) ? "partner" : "client");
  const person = people.find(({ who }) => who === chosen) ?? people[0];
  const sessions = await listSessionsOf(scope, { contactId: id, isPartner: person.who === "partner" });
  const caller: Caller = {
    ...{ active, portalAccess, email: person.email, phone: person.phone },
    links: sent[person.who],
    devices: sessions.map(({ device }) => device),
  };
  return done({
    ...{ id, name, active },
    about: project ? [project.name, project.place].filter(Boolean).join(", ") : "Client",
    links: newest.slice(0, mostLinks).map((link) => linkRow(link, moment)),
    people: people.map(({ who, name }) => ({ who, name, isChosen: who === person.who })),
    steps: cantGetIn(caller, moment),
  });
}

const mostLinks = 20;

const byIssue = (one: Link, other: Link) => other.issuedAt.getTime() - one.issuedAt.getTime();

/** The newest links of both people, the client's open project, and how the business tells its times. */
async function readAround(scope: StaffScope, clientId: string) {
  return listInTenant(scope, async (tx) => {
    const [tenant] = await tx.select({ zone: tenants.timeZone, locale: tenants.locale }).from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const [project] = await tx
      .select()
      .from(projects)
      .where(and(eq(projects.contactId, clientId), isNull(projects.closedAt)))
      .orderBy(desc(projects.createdAt))
      .limit(1);
    const sent = {
      client: await newestLinks(tx, clientId, "client"),
      partner: await newestLinks(tx, clientId, "partner"),
    };
    return { place: tenant, sent, project };
  });
}

/** What was sent to one of the two people, by their addresses: one who is sent many hides nothing of the other's. */
function newestLinks(tx: Tx, clientId: string, who: Who): Promise<Link[]> {
  const c = alias(contacts, "c");
  const { closedAt, closedAs } = documents;
  return tx
    .select({ ...getTableColumns(links), closedAt, closedAs })
    .from(links)
    .innerJoin(c, eq(c.id, links.contactId))
    .leftJoin(documents, eq(documents.id, links.documentId))
    .where(
      and(eq(links.contactId, clientId), sql`${isPartnerAt(sql`${links.address}`)} = ${who === "partner"}`),
    )
    .orderBy(desc(links.issuedAt))
    .limit(mostLinks);
}

type Person = { who: Who; name: string; email: string | null; phone: string | null };

function peopleOf(contact: Contact): [Person, ...Person[]] {
  const { name, email, phone, partnerName, partnerEmail, partnerPhone } = contact;
  const client: Person = { who: "client", name, email, phone };
  if (!partnerEmail && !partnerPhone) return [client];
  const partner = partnerName ?? `${name}’s partner`;
  return [client, { who: "partner", name: partner, email: partnerEmail, phone: partnerPhone }];
}
