CREATE TABLE "appointments" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"crew_id" uuid NOT NULL,
	"state" text DEFAULT 'choosing' NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"window_minutes" integer DEFAULT 120 NOT NULL,
	"stays" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"zone" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appointments_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "crews" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crews_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "contract_signees" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"contact_id" uuid,
	"person" text,
	"member_id" uuid,
	"name" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"place" integer DEFAULT 1 NOT NULL,
	"signature" jsonb,
	"text_sha256" "bytea",
	"address" text,
	"ip" text,
	"browser" text,
	"signed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"decline_reason" text,
	CONSTRAINT "contract_signees_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "contract_signees_once" UNIQUE("tenant_id","document_id","contact_id","person"),
	CONSTRAINT "contract_signees_one_person" CHECK (num_nonnulls("contract_signees"."contact_id", "contract_signees"."member_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "contract_templates" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contract_templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"order" text DEFAULT 'any' NOT NULL,
	"sealed_text" text,
	"sealed_sha256" "bytea",
	"sealed_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"file_id" uuid,
	CONSTRAINT "contracts_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "document_questions" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"address" text NOT NULL,
	"asked" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "document_questions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_files" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_files_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_members" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "project_members_tenant_id_project_id_member_id_pk" PRIMARY KEY("tenant_id","project_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"address" text NOT NULL,
	"planned_for" date NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_id" uuid,
	"member_id" uuid,
	CONSTRAINT "reminders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reminders_once" UNIQUE("tenant_id","document_id","address","planned_for")
);
--> statement-breakpoint
CREATE TABLE "report_photos" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "report_photos_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_reports" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"visited_at" timestamp with time zone,
	"done_by" text DEFAULT '' NOT NULL,
	"readings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "service_reports_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "scope_comments" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"line_key" uuid NOT NULL,
	"contact_id" uuid,
	"person" text,
	"member_id" uuid,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "scope_comments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "scope_lines" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"key" uuid NOT NULL,
	"group" text DEFAULT '' NOT NULL,
	"place" integer NOT NULL,
	"words" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	CONSTRAINT "scope_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "scope_revisions" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sent_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"changes_requested_at" timestamp with time zone,
	"changes_requested_by" text,
	CONSTRAINT "scope_revisions_tenant_id_document_id_number_pk" PRIMARY KEY("tenant_id","document_id","number")
);
--> statement-breakpoint
CREATE TABLE "selection_choices" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"item_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"option_id" uuid,
	"skipped" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "selection_choices_tenant_id_item_id_contact_id_person_pk" PRIMARY KEY("tenant_id","item_id","contact_id","person")
);
--> statement-breakpoint
CREATE TABLE "selection_items" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"allowance_cents" bigint DEFAULT 0 NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'pending' NOT NULL,
	"option_id" uuid,
	"returned" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "selection_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "selection_options" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"price_cents" bigint NOT NULL,
	"file_id" uuid,
	CONSTRAINT "selection_options_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "member_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "answered_as" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "waits_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "stages" text[] DEFAULT array['Design', 'Contract and choices', 'Build', 'Handover'] NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "stage" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "working_hours" jsonb DEFAULT '{"1":["08:00","17:00"],"2":["08:00","17:00"],"3":["08:00","17:00"],"4":["08:00","17:00"],"5":["08:00","17:00"]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "notice_hours" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "reminder_ladders" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "quiet_from" text DEFAULT '20:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "quiet_until" text DEFAULT '08:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_tenant_id_crew_id_crews_tenant_id_id_fk" FOREIGN KEY ("tenant_id","crew_id") REFERENCES "public"."crews"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signees" ADD CONSTRAINT "contract_signees_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signees" ADD CONSTRAINT "contract_signees_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signees" ADD CONSTRAINT "contract_signees_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signees" ADD CONSTRAINT "contract_signees_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_templates" ADD CONSTRAINT "contract_templates_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_questions" ADD CONSTRAINT "document_questions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_questions" ADD CONSTRAINT "document_questions_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_questions" ADD CONSTRAINT "document_questions_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_questions" ADD CONSTRAINT "document_questions_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_tenant_id_project_id_projects_tenant_id_id_fk" FOREIGN KEY ("tenant_id","project_id") REFERENCES "public"."projects"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_tenant_id_project_id_projects_tenant_id_id_fk" FOREIGN KEY ("tenant_id","project_id") REFERENCES "public"."projects"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_reports" ADD CONSTRAINT "service_reports_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_reports" ADD CONSTRAINT "service_reports_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_comments" ADD CONSTRAINT "scope_comments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_comments" ADD CONSTRAINT "scope_comments_tenant_id_document_id_revision_scope_revisions_tenant_id_document_id_number_fk" FOREIGN KEY ("tenant_id","document_id","revision") REFERENCES "public"."scope_revisions"("tenant_id","document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_comments" ADD CONSTRAINT "scope_comments_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_comments" ADD CONSTRAINT "scope_comments_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_lines" ADD CONSTRAINT "scope_lines_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_lines" ADD CONSTRAINT "scope_lines_tenant_id_document_id_revision_scope_revisions_tenant_id_document_id_number_fk" FOREIGN KEY ("tenant_id","document_id","revision") REFERENCES "public"."scope_revisions"("tenant_id","document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_revisions" ADD CONSTRAINT "scope_revisions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_revisions" ADD CONSTRAINT "scope_revisions_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_choices" ADD CONSTRAINT "selection_choices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_choices" ADD CONSTRAINT "selection_choices_tenant_id_item_id_selection_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."selection_items"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_choices" ADD CONSTRAINT "selection_choices_tenant_id_option_id_selection_options_tenant_id_id_fk" FOREIGN KEY ("tenant_id","option_id") REFERENCES "public"."selection_options"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_choices" ADD CONSTRAINT "selection_choices_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_choices" ADD CONSTRAINT "selection_choices_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_items" ADD CONSTRAINT "selection_items_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_items" ADD CONSTRAINT "selection_items_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_options" ADD CONSTRAINT "selection_options_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_options" ADD CONSTRAINT "selection_options_tenant_id_item_id_selection_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "public"."selection_items"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_options" ADD CONSTRAINT "selection_options_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_by_start" ON "appointments" USING btree ("tenant_id","starts_at");--> statement-breakpoint
CREATE INDEX "contract_signees_by_document" ON "contract_signees" USING btree ("tenant_id","document_id","place");--> statement-breakpoint
CREATE INDEX "contract_signees_by_contact" ON "contract_signees" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "contracts_by_text" ON "contracts" USING btree ("sealed_sha256");--> statement-breakpoint
CREATE INDEX "contracts_by_file" ON "contracts" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "document_questions_by_document" ON "document_questions" USING btree ("tenant_id","document_id","asked_at");--> statement-breakpoint
CREATE INDEX "project_files_by_project" ON "project_files" USING btree ("tenant_id","project_id");--> statement-breakpoint
CREATE INDEX "report_photos_by_document" ON "report_photos" USING btree ("tenant_id","document_id","place");--> statement-breakpoint
CREATE INDEX "scope_comments_by_line" ON "scope_comments" USING btree ("tenant_id","document_id","line_key","created_at");--> statement-breakpoint
CREATE INDEX "scope_lines_by_revision" ON "scope_lines" USING btree ("tenant_id","document_id","revision","place");--> statement-breakpoint
CREATE INDEX "selection_items_by_document" ON "selection_items" USING btree ("tenant_id","document_id","place");--> statement-breakpoint
CREATE INDEX "selection_options_by_item" ON "selection_options" USING btree ("tenant_id","item_id","place");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_waiting" ON "documents" USING btree ("tenant_id","waits_since") WHERE waits_since is not null;--> statement-breakpoint
CREATE INDEX "documents_unanswered" ON "documents" USING btree ("tenant_id","due_on") WHERE sent_at is not null and answered_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX "events_by_document" ON "events" USING btree ("tenant_id","document_id","id") WHERE document_id is not null;--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- A crew is in one place at a time: whoever takes a time second is refused by this, however close the race.
alter table appointments add constraint appointments_one_at_a_time
  exclude using gist (tenant_id with =, crew_id with =, tstzrange(starts_at, ends_at) with &&)
  where (state in ('proposed', 'confirmed'));
--> statement-breakpoint
alter table appointments add constraint appointments_hold_a_time
  check (starts_at < ends_at and (starts_at is not null) = (ends_at is not null)
    and (state in ('choosing', 'cancelled') or starts_at is not null));
--> statement-breakpoint
-- What was sent before these tables were there: the owner of the tables reads every tenant's rows for a moment.
alter table documents no force row level security;
--> statement-breakpoint
alter table contacts no force row level security;
--> statement-breakpoint
alter table tenants no force row level security;
--> statement-breakpoint
insert into contracts (tenant_id, document_id, sealed_text, sealed_sha256, sealed_at)
  select tenant_id, id, case when sent_at is not null then body end,
    case when sent_at is not null then sha256(convert_to(body, 'UTF8')) end, sent_at
  from documents where kind = 'contract';
--> statement-breakpoint
insert into contract_signees (tenant_id, document_id, contact_id, person, name, place)
  select d.tenant_id, d.id, c.id, p.person, p.name, p.place
  from documents d
  join contacts c on c.tenant_id = d.tenant_id and c.id = d.contact_id
  cross join lateral (values ('primary', c.name, 1), ('partner', c.partner_name, 2)) as p (person, name, place)
  where d.kind = 'contract' and p.name is not null
    and (p.person = 'primary' or coalesce(c.partner_email, c.partner_phone) is not null);
--> statement-breakpoint
insert into scope_revisions (tenant_id, document_id, number, sent_at)
  select tenant_id, id, 1, sent_at from documents where kind = 'scope';
--> statement-breakpoint
insert into service_reports (tenant_id, document_id, visited_at)
  select tenant_id, id, sent_at from documents where kind = 'service-report';
--> statement-breakpoint
insert into crews (tenant_id, name)
  select distinct tenant_id, 'The crew' from documents where kind = 'appointment';
--> statement-breakpoint
insert into appointments (tenant_id, document_id, crew_id, zone)
  select d.tenant_id, d.id, c.id, t.time_zone
  from documents d join crews c on c.tenant_id = d.tenant_id join tenants t on t.id = d.tenant_id
  where d.kind = 'appointment';
--> statement-breakpoint
alter table documents force row level security;
--> statement-breakpoint
alter table contacts force row level security;
--> statement-breakpoint
alter table tenants force row level security;
--> statement-breakpoint
select guard_tenant_table('document_questions'), guard_tenant_table('project_members'), guard_tenant_table('project_files'),
  guard_tenant_table('contract_templates'), guard_tenant_table('contracts'), guard_tenant_table('contract_signees'),
  guard_tenant_table('scope_revisions'), guard_tenant_table('scope_lines'), guard_tenant_table('scope_comments'),
  guard_tenant_table('selection_items'), guard_tenant_table('selection_options'), guard_tenant_table('selection_choices'),
  guard_tenant_table('crews'), guard_tenant_table('appointments'), guard_tenant_table('service_reports'),
  guard_tenant_table('report_photos'), guard_tenant_table('reminders');
--> statement-breakpoint
grant select, insert, update on document_questions, contract_templates, contracts, scope_revisions, crews, appointments,
  service_reports, reminders to latchkey_tenant;
--> statement-breakpoint
-- What a draft is made of may be taken out of it again.
grant select, insert, update, delete on project_members, project_files, contract_signees, scope_lines, scope_comments,
  selection_items, selection_options, selection_choices, report_photos to latchkey_tenant;
--> statement-breakpoint
-- Who asks for a contract's link again may be one of several who sign it; and anybody may ask whether a PDF is genuine.
grant select on contracts, contract_signees to latchkey_gate;
--> statement-breakpoint
create policy of_the_gate on contracts for select to latchkey_gate using (true);
--> statement-breakpoint
create policy of_the_gate on contract_signees for select to latchkey_gate using (true);
