import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { gate, type Tx } from "@/db/client";
import { contracts } from "@/db/schema/contracts";
import { documents } from "@/db/schema/documents";
import { linkRequests } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import { queueMessage } from "@/lib/delivery/queue-message";
import { enqueue } from "@/lib/jobs/queue";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { countedUnder, secondsUntilNext } from "./count";
import { issueLink } from "./link";
import { isPartnerAt, isStillSignee } from "./person";
import { type DocumentKind, type Purpose, purposeOfDocument } from "./policy";
import { nameAt, type Recipient, type Sending, sendLink } from "./send";

/** Who asks, as far as a stranger can be known: the address typed, and the browser that typed it. */
export type LinkRequest = { address: string; askedBy: Buffer; askedFrom: string };

/** What is asked for: to be signed in, or one document again. */
export type Wanted = "staff-sign-in" | "portal-login" | { documentId: string; kind: DocumentKind };

/**
 * "Send me a link": at most three in any rolling hour to one address, counted exactly under a lock. Whose address it is
 * is looked up later, by a job, so that people we know and strangers get the same answer after the same statements.
 * Refuses with the seconds until the next one may be asked for.
 */
export async function requestLink(wanted: Wanted, request: LinkRequest): Promise<Outcome<null>> {
  const { address, askedBy, askedFrom } = request;
  return gate().transaction(async (tx) => {
    const what = await lookUp(tx, wanted);
    const counted = { ...what, address };
    const waitSeconds = await secondsUntilNext(tx, counted);
    if (waitSeconds > 0) return refuse("too-many-requests", { retryAfterSeconds: waitSeconds });
    const [asked] = await tx
      .insert(linkRequests)
      .values({
        purpose: what.purpose,
        documentId: what.documentId,
        addressHash: countedUnder(counted),
      })
      .returning({ id: linkRequests.id });
    if (!asked) throw new Error("A request was not stored.");
    const payload = { requestId: asked.id, address, askedBy: askedBy.toString("hex"), askedFrom };
    await enqueue(tx, "answer-request", payload, `request:${asked.id}`);
    return done(null);
  });
}

type What = { purpose: Purpose; tenantId: string | null; documentId: string | null };

/** A document that is none is counted like one, so that nobody learns which there are. */
async function lookUp(tx: Tx, wanted: Wanted): Promise<What> {
  if (typeof wanted === "string") return { purpose: wanted, tenantId: null, documentId: null };
  const { documentId, kind } = wanted;
  const [document] = await tx
    .select({ tenantId: documents.tenantId })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.kind, kind)));
  return { purpose: purposeOfDocument[kind], tenantId: document?.tenantId ?? documentId, documentId };
}

type Asked = LinkRequest & { at: Date };

/**
 * The job that answers a request: a link for everyone who has that address, and nothing for a stranger. The request is
 * taken in the transaction that issues, so that a repeated job issues nothing twice.
 */
export async function answerRequest(requestId: string, request: LinkRequest): Promise<void> {
  await gate().transaction(async (tx) => {
    const [taken] = await tx
      .update(linkRequests)
      .set({ answeredAt: sql`now()` })
      .where(and(eq(linkRequests.id, requestId), isNull(linkRequests.answeredAt)))
      .returning();
    if (!taken) return;
    const asked = { ...request, at: taken.askedAt };
    if (taken.documentId) await answerForDocument(tx, { ...taken, documentId: taken.documentId }, asked);
    else if (taken.purpose === "staff-sign-in") await answerMembers(tx, asked);
    else await answerClients(tx, asked);
  });
}

/** One message for all the businesses whose portal is open to that address: which one to enter is picked after the tap. */
async function answerClients(tx: Tx, asked: Asked): Promise<void> {
  const known = await tx
    .selectDistinctOn([contacts.tenantId], { contact: contacts, tenant: tenants })
    .from(contacts)
    .innerJoin(tenants, eq(tenants.id, contacts.tenantId))
    .where(
      and(
        eq(contacts.kind, "client"),
        eq(contacts.active, true),
        eq(contacts.portalAccess, true),
        isNull(tenants.closedAt),
        isAt(asked.address),
      ),
    )
    .orderBy(contacts.tenantId, contacts.createdAt);
  const [first, ...others] = known.map((row) => recipientOf(row, asked.address));
  if (!first) return;
  await sendLink(tx, first, {
    purpose: "portal-login",
    asker: asked,
    alsoTo: others,
    by: contactDoer(first),
  });
}

/** The same document again, to whoever it is for: neither a draft, which nobody was sent, nor one that is settled. */
async function answerForDocument(
  tx: Tx,
  { documentId, purpose }: { documentId: string; purpose: Purpose },
  asked: Asked,
): Promise<void> {
  const { id, tenantId, kind, title, answeredAs } = documents;
  const [known] = await tx
    .select({ contact: contacts, tenant: tenants, document: { id, tenantId, kind, title, answeredAs } })
    .from(documents)
    .innerJoin(contacts, and(eq(contacts.tenantId, documents.tenantId), isReaderAt(asked.address)))
    .innerJoin(tenants, eq(tenants.id, documents.tenantId))
    .where(
      and(
        eq(documents.id, documentId),
        isNotNull(documents.sentAt),
        isNull(documents.closedAt),
        eq(contacts.active, true),
        isNull(tenants.closedAt),
        isAt(asked.address),
      ),
    )
    .orderBy(desc(isSigneeAt(asked.address)), desc(eq(contacts.id, documents.contactId)), contacts.createdAt)
    .limit(1);
  if (!known || purposeOfDocument[known.document.kind] !== purpose) return;
  const to = recipientOf(known, asked.address);
  const { document } = known;
  await sendLink(tx, to, {
    purpose,
    document,
    ...(document.kind === "contract" && (await contractNow(tx, document))),
    asker: asked,
    by: contactDoer(to),
  });
}

/** What a contract’s letter says of it as it stands: the signed one goes along; of one that nobody can sign, no more than that it is there. */
async function contractNow(
  tx: Tx,
  { id, tenantId, answeredAs }: Pick<typeof documents.$inferSelect, "id" | "tenantId" | "answeredAs">,
): Promise<Pick<Sending, "occasion" | "fileId">> {
  const [contract] = await tx
    .select({ fileId: contracts.fileId, sealedAt: contracts.sealedAt })
    .from(contracts)
    .where(and(eq(contracts.tenantId, tenantId), eq(contracts.documentId, id)));
  if (contract?.fileId) return { occasion: "complete", fileId: contract.fileId };
  return contract?.sealedAt && answeredAs === null ? {} : { occasion: "again" };
}

/**
 * Whom a document is for: its client, and whoever of another client signs it, at an address of that very person. Who signs
 * comes first where one address is two people’s.
 */
const isReaderAt = (address: string) => or(eq(contacts.id, documents.contactId), isSigneeAt(address));

const isSigneeAt = (address: string) =>
  sql`exists (select 1 from contract_signees s join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
    where s.tenant_id = ${documents.tenantId} and s.document_id = ${documents.id} and c.id = ${contacts.id}
    and ${isStillSignee} and s.person = case when ${isPartnerAt(sql`${address}::text`)} then 'partner' else 'primary' end)`;

const isAt = (address: string) =>
  or(
    eq(contacts.email, address),
    eq(contacts.phone, address),
    eq(contacts.partnerEmail, address),
    eq(contacts.partnerPhone, address),
  );

const recipientOf = (
  { contact, tenant }: Pick<Recipient, "contact" | "tenant">,
  address: string,
): Recipient => ({
  tenant,
  contact,
  channel: address.includes("@") ? "email" : "sms",
  address,
});

const contactDoer = ({ contact, address }: Recipient) => ({
  actor: "contact" as const,
  actorId: contact.id,
  actorName: nameAt(contact, address),
});

/** A member is sent one link for each of their offices: each is signed in to by itself. */
async function answerMembers(tx: Tx, asked: Asked): Promise<void> {
  const known = await tx
    .select({ member: members, tenant: tenants })
    .from(members)
    .innerJoin(tenants, eq(tenants.id, members.tenantId))
    .where(and(eq(members.email, asked.address), eq(members.active, true), isNull(tenants.closedAt)));
  for (const { member, tenant } of known) await sendSignIn(tx, member, tenant, asked);
}

type Member = typeof members.$inferSelect;
type Tenant = typeof tenants.$inferSelect;

async function sendSignIn(tx: Tx, member: Member, tenant: Tenant, asked: Asked) {
  const { email: address } = member;
  const link = await issueLink(tx, {
    purpose: "staff-sign-in",
    holder: { tenantId: tenant.id, memberId: member.id, contactId: null, channel: "email", address },
    askedBy: asked.askedBy,
    askedFrom: asked.askedFrom,
    at: asked.at,
    by: { actor: "member", actorId: member.id, actorName: member.name },
    settings: tenant,
  });
  await queueMessage(tx, {
    tenantId: tenant.id,
    kind: "staff-sign-in",
    channel: "email",
    address,
    memberId: member.id,
    linkId: link.id,
    detail: {
      agency: tenant.name,
      zone: tenant.timeZone,
      from: asked.askedFrom,
      askedAt: asked.at.toISOString(),
    },
  });
}
