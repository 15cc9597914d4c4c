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
import { files } from "./storage";
import { members, tenants } from "./tenants";

/** A client's job with a builder or a shop: what its documents belong to. */
export const projects = pgTable(
  "projects",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    contactId: uuid("contact_id").notNull(),
    name: text("name").notNull(),
    /** Where it is built, as the office writes it. */
    place: text("place").notNull().default(""),
    /** What it goes through, in order, and the one that it is in, counted from 0. */
    stages: text("stages")
      .array()
      .notNull()
      .default(sql`array['Design', 'Contract and choices', 'Build', 'Handover']`),
    stage: integer("stage").notNull().default(0),
    /** The day on which the work begins, in the business's own zone. */
    startsOn: date("starts_on", { mode: "string" }),
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    index("projects_by_contact").on(t.tenantId, t.contactId),
    index("projects_by_name").on(t.tenantId, t.name),
  ],
);

/** Whom of the office a client meets in a project, in the order in which they are named. */
export const projectMembers = pgTable(
  "project_members",
  {
    tenantId: tenantId().references(() => tenants.id),
    projectId: uuid("project_id").notNull(),
    memberId: uuid("member_id").notNull(),
    place: integer("place").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.projectId, t.memberId] }),
    foreignKey({ columns: [t.tenantId, t.projectId], foreignColumns: [projects.tenantId, projects.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
  ],
);

/** A file that a project's client may read: plans, a certificate. */
export const projectFiles = pgTable(
  "project_files",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    projectId: uuid("project_id").notNull(),
    fileId: uuid("file_id").notNull(),
    title: text("title").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.projectId], foreignColumns: [projects.tenantId, projects.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("project_files_by_project").on(t.tenantId, t.projectId),
    index("project_files_by_file").on(t.tenantId, t.fileId),
  ],
);
