import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { contacts, persons } from "./people";
import { files } from "./storage";
import { tenants } from "./tenants";

export const selectionStates = ["pending", "selected", "skipped", "approved"] as const;

/** One thing to choose on a selection sheet, with what is allowed for it. */
export const selectionItems = pgTable(
  "selection_items",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    place: integer("place").notNull(),
    name: text("name").notNull(),
    /** What the allowance is for: “42 sq ft, installed”. */
    about: text("about").notNull().default(""),
    allowanceCents: bigint("allowance_cents", { mode: "number" }).notNull().default(0),
    dueOn: date("due_on", { mode: "string" }),
    /** selected and skipped: as handed in by the client. */
    state: text("state", { enum: selectionStates }).notNull().default("pending"),
    /** What was handed in, and then approved. */
    optionId: uuid("option_id"),
    /** Why the office gave it back. */
    returned: text("returned"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    index("selection_items_by_document").on(t.tenantId, t.documentId, t.place),
  ],
);

/** One of the things that an item may be, at its price. */
export const selectionOptions = pgTable(
  "selection_options",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    itemId: uuid("item_id").notNull(),
    place: integer("place").notNull(),
    name: text("name").notNull(),
    about: text("about").notNull().default(""),
    priceCents: bigint("price_cents", { mode: "number" }).notNull(),
    fileId: uuid("file_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.itemId],
      foreignColumns: [selectionItems.tenantId, selectionItems.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("selection_options_by_item").on(t.tenantId, t.itemId, t.place),
    index("selection_options_by_file").on(t.tenantId, t.fileId).where(sql`file_id is not null`),
  ],
);

/** What one person chose of an item: primary and partner have one each, and see each other's. */
export const selectionChoices = pgTable(
  "selection_choices",
  {
    tenantId: tenantId().references(() => tenants.id),
    itemId: uuid("item_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    person: text("person", { enum: persons }).notNull(),
    name: text("name").notNull(),
    /** None where it is skipped, or where there is only a note or a photo yet. */
    optionId: uuid("option_id"),
    skipped: boolean("skipped").notNull().default(false),
    note: text("note").notNull().default(""),
    /** Their own photo of what they would rather have. */
    fileId: uuid("file_id"),
    chosenAt: instant("chosen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.itemId, t.contactId, t.person] }),
    foreignKey({
      columns: [t.tenantId, t.itemId],
      foreignColumns: [selectionItems.tenantId, selectionItems.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.optionId],
      foreignColumns: [selectionOptions.tenantId, selectionOptions.id],
    }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("selection_choices_by_file").on(t.tenantId, t.fileId).where(sql`file_id is not null`),
  ],
);
