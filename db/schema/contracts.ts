import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { contacts, persons } from "./people";
import { files } from "./storage";
import { members, tenants } from "./tenants";

/** A contract's text that the office begins others from, in Markdown with fields such as `{{client.name}}`. */
export const contractTemplates = pgTable(
  "contract_templates",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    name: text("name").notNull(),
    body: text("body").notNull().default(""),
    version: integer("version").notNull().default(1),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** What a document of the kind “contract” has beyond its trunk. The draft's text is the document's body. */
export const contracts = pgTable(
  "contracts",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    /** any: everybody may sign at once. set: by their place, each when those before have confirmed. */
    order: text("order", { enum: ["any", "set"] })
      .notNull()
      .default("any"),
    /** The text as it was sent, its fields filled in: what is signed. None while the office still writes. */
    sealedText: text("sealed_text"),
    sealedSha256: bytes("sealed_sha256"),
    sealedAt: instant("sealed_at"),
    completedAt: instant("completed_at"),
    /** The signed PDF, with its certificate. */
    fileId: uuid("file_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("contracts_by_text").on(t.sealedSha256),
    index("contracts_by_file").on(t.tenantId, t.fileId),
  ],
);

/** A signature: a name as it was typed, or the strokes as they were drawn (an SVG path in a box of 600 by 200). */
export type Signature = { kind: "typed"; name: string } | { kind: "drawn"; name: string; path: string };

/** Whoever signs a contract: a person of a client, by their own link, or a member for the office. */
export const contractSignees = pgTable(
  "contract_signees",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    contactId: uuid("contact_id"),
    person: text("person", { enum: persons }),
    memberId: uuid("member_id"),
    name: text("name").notNull(),
    /** What they sign as: “Owner”. */
    role: text("role").notNull().default(""),
    place: integer("place").notNull().default(1),
    /** What they signed, and how: all of it as it was at that moment. */
    signature: jsonb("signature").$type<Signature>(),
    textSha256: bytes("text_sha256"),
    address: text("address"),
    ip: text("ip"),
    browser: text("browser"),
    signedAt: instant("signed_at"),
    /** A signature counts once it is confirmed. */
    confirmedAt: instant("confirmed_at"),
    declinedAt: instant("declined_at"),
    declineReason: text("decline_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("contract_signees_once").on(t.tenantId, t.documentId, t.contactId, t.person),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    check("contract_signees_one_person", sql`num_nonnulls(${t.contactId}, ${t.memberId}) = 1`),
    index("contract_signees_by_document").on(t.tenantId, t.documentId, t.place),
    index("contract_signees_by_contact").on(t.tenantId, t.contactId),
  ],
);
