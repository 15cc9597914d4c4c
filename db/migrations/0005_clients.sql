CREATE TABLE "documents" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"project_id" uuid,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"addressed_to" text[] DEFAULT '{}' NOT NULL,
	"sent_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_as" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "documents_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"name" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projects_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "projects_id_unique" UNIQUE("id")
);
--> statement-breakpoint
DROP INDEX "links_by_expiry";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "needs_portal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "link_requests" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "class" text;--> statement-breakpoint
update links set class = case purpose when 'dispatch' then 'bearer' else 'single-use' end;--> statement-breakpoint
ALTER TABLE "links" ALTER COLUMN "class" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "sent_with" uuid;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "invoice_links" text DEFAULT 'standing' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_project_id_projects_tenant_id_id_fk" FOREIGN KEY ("tenant_id","project_id") REFERENCES "public"."projects"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_by_contact" ON "documents" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "documents_by_project" ON "documents" USING btree ("tenant_id","project_id");--> statement-breakpoint
CREATE INDEX "projects_by_contact" ON "projects" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "projects_by_name" ON "projects" USING btree ("tenant_id","name");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "sessions" USING btree (least(expires_at, ends_at, revoked_at));--> statement-breakpoint
CREATE INDEX "links_by_end" ON "links" USING btree (least(expires_at, spent_at, discarded_at, retired_at));--> statement-breakpoint
CREATE INDEX "links_by_contact" ON "links" USING btree ("tenant_id","contact_id","issued_at");--> statement-breakpoint
CREATE INDEX "links_by_document" ON "links" USING btree ("tenant_id","document_id") WHERE document_id is not null;--> statement-breakpoint
CREATE INDEX "links_by_lead" ON "links" USING btree ("sent_with") WHERE sent_with is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_partner_email" ON "contacts" USING btree ("partner_email");--> statement-breakpoint
CREATE INDEX "contacts_by_partner_phone" ON "contacts" USING btree ("partner_phone");--> statement-breakpoint
select guard_tenant_table('projects'), guard_tenant_table('documents');
--> statement-breakpoint
grant select, insert, update on projects, documents to latchkey_tenant;
--> statement-breakpoint
-- The gate asks whether a document still opens, and notes to whom a link of it was sent.
grant select, update (addressed_to, sent_at) on documents to latchkey_gate;
--> statement-breakpoint
create policy of_the_gate on documents to latchkey_gate using (true) with check (true);
--> statement-breakpoint
-- What the office sends counts beside what was asked for; a row says no more than that somebody asked.
grant select on link_requests to latchkey_tenant;
