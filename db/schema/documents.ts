import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { contacts } from "./people";
import { projects } from "./projects";
import { members, tenants } from "./tenants";

export const documentKinds = [
  "contract",
  "scope",
  "selections",
  "appointment",
  "invoice",
  "service-report",
] as const;

export const documentEnds = [
  "paid",
  "void",
  "withdrawn",
  "superseded",
  "closed",
  "past",
  "cancelled",
] as const;

/** What the client's side has answered, as far as it has come: nothing is asked of them from then on. */
export const documentAnswers = [
  "signed",
  "complete",
  "declined",
  "approved",
  "changes-requested",
  "chosen",
  "confirmed",
  "paid",
] as const;

/** What of a document waits for the office. */
export const officeWaits = [
  "question",
  "changes",
  "countersign",
  "choices",
  "declined",
  "moved",
  "cancelled",
  "undelivered",
  "disputed",
  "payment-failed",
  "refund-failed",
] as const;

/** What a client is sent by link: for whom it is, what it is, and whether it still opens. */
export const documents = pgTable(
  "documents",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    kind: text("kind", { enum: documentKinds }).notNull(),
    contactId: uuid("contact_id").notNull(),
    projectId: uuid("project_id"),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    /** The member who looks after it: whom the client may ask, and who is told what they said. */
    memberId: uuid("member_id"),
    /** The day by which an answer is asked for: to its client it ends as their own does, to the office as the office’s. */
    dueOn: date("due_on", { mode: "string" }),
    /** Counts the changes of the draft, so that a form filled in before another's change is refused. */
    version: integer("version").notNull().default(1),
    /** Every address that it was sent to: who has no portal access sees what was addressed to them, and nothing else. */
    addressedTo: text("addressed_to").array().notNull().default(sql`'{}'`),
    sentAt: instant("sent_at"),
    answeredAt: instant("answered_at"),
    answeredAs: text("answered_as", { enum: documentAnswers }),
    /** Since when the office has something to do with it, and what. */
    waitsSince: instant("waits_since"),
    waitsFor: text("waits_for", { enum: officeWaits }),
    /** It is settled: its links are dead from the next request on. */
    closedAt: instant("closed_at"),
    closedAs: text("closed_as", { enum: documentEnds }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.projectId], foreignColumns: [projects.tenantId, projects.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("documents_by_contact").on(t.tenantId, t.contactId),
    index("documents_by_project").on(t.tenantId, t.projectId),
    index("documents_waiting").on(t.tenantId, t.waitsSince).where(sql`waits_since is not null`),
    index("documents_open_appointments")
      .on(t.tenantId)
      .where(sql`kind = 'appointment' and sent_at is not null and closed_at is null`),
    // Where every invoice stands, the newest first: what is to be paid is found among all that was ever paid.
    // A case, since row-level security lets no coalesce be looked up in an index.
    index("documents_invoices")
      .on(
        t.tenantId,
        sql`(case when closed_as is not null then closed_as when sent_at is null then 'draft' else 'open' end)`,
        t.createdAt.desc(),
        t.id,
      )
      .where(sql`kind = 'invoice'`),
    index("documents_unanswered")
      .on(t.tenantId, t.dueOn)
      .where(sql`sent_at is not null and answered_at is null and closed_at is null`),
  ],
);

/** What a client asked about a document, and what the office answered. */
export const documentQuestions = pgTable(
  "document_questions",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    askedBy: text("asked_by").notNull(),
    /** Where the answer goes: the address with which they were in. */
    address: text("address").notNull(),
    asked: text("asked").notNull(),
    askedAt: instant("asked_at").notNull().defaultNow(),
    memberId: uuid("member_id"),
    answer: text("answer"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("document_questions_by_document").on(t.tenantId, t.documentId, t.askedAt),
  ],
);
