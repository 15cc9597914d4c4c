import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { contractSignees, contracts, contractTemplates } from "./schema/contracts";
import { documents } from "./schema/documents";
import { events } from "./schema/events";
import { contacts } from "./schema/people";
import { projects } from "./schema/projects";
import { members, tenants } from "./schema/tenants";
import { agreement } from "./seed-contract-text";
import type { Fill, Filling } from "./seed-kinds";

type Contact = typeof contacts.$inferSelect;

/** The demo's contract: sealed as it was sent, signed ahead by the builder, and waiting for Ellen and Tom. */
export const fillContract: Fill = async (filling) => {
  const { tx, document } = filling;
  const { tenantId, id: documentId, sentAt } = document;
  const [client] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  if (!client) throw new Error("The contract of the story has no client.");
  const text = await filledAgreement(filling, client);
  const hash = createHash("sha256").update(text).digest();
  await tx.update(documents).set({ body: agreement }).where(eq(documents.id, documentId));
  await tx
    .insert(contractTemplates)
    .values({ tenantId, name: "Residential construction agreement", body: agreement });
  const seal = sentAt ? { sealedText: text, sealedSha256: hash, sealedAt: sentAt } : {};
  await tx.insert(contracts).values({ tenantId, documentId, ...seal });
  await tx
    .insert(contractSignees)
    .values(ownersOf(client).map((owner) => ({ tenantId, documentId, ...owner })));
  if (sentAt) await signAhead(filling, hash, new Date(sentAt.getTime() - 25 * 60_000));
};

const ownersOf = ({ id: contactId, name, partnerName }: Contact) => [
  { contactId, person: "primary" as const, name, role: "Owner", place: 1 },
  ...(partnerName
    ? [{ contactId, person: "partner" as const, name: partnerName, role: "Owner", place: 2 }]
    : []),
];

/** The text as it was sent: db knows nothing of fields, so the story fills in its own. */
async function filledAgreement({ tx, document, clock }: Filling, client: Contact): Promise<string> {
  const [shop] = await tx.select().from(tenants).where(eq(tenants.id, document.tenantId));
  const [project] = document.projectId
    ? await tx.select().from(projects).where(eq(projects.id, document.projectId))
    : [];
  const { timeZone = "UTC", locale = "en-US", name = "" } = shop ?? {};
  const today = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const values: Record<string, string> = {
    "shop.name": name,
    "client.name": client.name,
    "partner.name": client.partnerName ?? "",
    "project.place": project?.place ?? "",
    today: today.format(document.sentAt ?? clock(0, "09:00")),
  };
  return agreement.trim().replace(/\{\{([\w.]+)\}\}/g, (_, field: string) => values[field] ?? "");
}

/** The builder has signed already: what is left is up to the clients. */
async function signAhead({ tx, document, member }: Filling, hash: Buffer, at: Date): Promise<void> {
  const { tenantId, id: documentId, contactId, title } = document;
  const builder = and(eq(members.tenantId, tenantId), eq(members.name, "Cal Readwell"));
  const [cal = member] = await tx.select({ id: members.id, name: members.name }).from(members).where(builder);
  await tx.insert(contractSignees).values({
    ...{ tenantId, documentId, memberId: cal.id, name: cal.name, place: 1000 },
    ...{ signature: { kind: "typed", name: cal.name }, textSha256: hash },
    ...{ ip: "203.0.113.24", browser: "Safari on macOS", signedAt: at, confirmedAt: at },
  });
  await tx.insert(events).values({
    ...{ tenantId, at, kind: "contract.countersigned", contactId, documentId },
    ...{ actor: "member", actorId: cal.id, actorName: cal.name },
    detail: { documentId, documentKind: "contract", title },
  });
}
