CREATE TABLE "bank_details" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"account_name" text NOT NULL,
	"bank_name" text DEFAULT '' NOT NULL,
	"routing" text NOT NULL,
	"account_number" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"takes_effect_at" timestamp with time zone,
	"in_force_since" timestamp with time zone,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bank_details_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice_files" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "invoice_files_tenant_id_document_id_file_id_pk" PRIMARY KEY("tenant_id","document_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"words" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"quantity_milli" integer DEFAULT 1000 NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"unit_cents" bigint NOT NULL,
	"tax_name" text DEFAULT '' NOT NULL,
	"tax_milli_percent" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invoice_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invoice_lines_quantity" CHECK ("invoice_lines"."quantity_milli" > 0),
	CONSTRAINT "invoice_lines_tax" CHECK ("invoice_lines"."tax_milli_percent" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"document_id" uuid NOT NULL,
	"serial" integer,
	"number" text,
	"currency" text NOT NULL,
	"issued_on" date,
	"subtotal_cents" bigint DEFAULT 0 NOT NULL,
	"tax_cents" bigint DEFAULT 0 NOT NULL,
	"total_cents" bigint DEFAULT 0 NOT NULL,
	"deposit_cents" bigint,
	"deposit_due_on" date,
	"takes_parts" boolean DEFAULT false NOT NULL,
	"paid_cents" bigint DEFAULT 0 NOT NULL,
	"pending_cents" bigint DEFAULT 0 NOT NULL,
	"paid_at" timestamp with time zone,
	"disputed_at" timestamp with time zone,
	"disputed_by" text,
	"dispute_reason" text,
	"void_reason" text,
	"scope_id" uuid,
	"work_order_id" uuid,
	CONSTRAINT "invoices_tenant_id_document_id_pk" PRIMARY KEY("tenant_id","document_id"),
	CONSTRAINT "invoices_serial" UNIQUE("tenant_id","serial"),
	CONSTRAINT "invoices_numbered" CHECK (num_nulls("invoices"."serial", "invoices"."number", "invoices"."issued_on") in (0, 3)),
	CONSTRAINT "invoices_add_up" CHECK ("invoices"."total_cents" = "invoices"."subtotal_cents" + "invoices"."tax_cents"),
	CONSTRAINT "invoices_pending" CHECK ("invoices"."pending_cents" >= 0),
	CONSTRAINT "invoices_deposit" CHECK ("invoices"."deposit_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"refund_id" uuid,
	"kind" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ledger_sign" CHECK (("ledger"."kind" = 'payment') = ("ledger"."amount_cents" > 0) and "ledger"."amount_cents" <> 0),
	CONSTRAINT "ledger_of_refund" CHECK (("ledger"."kind" = 'refund') = ("ledger"."refund_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"processor" text NOT NULL,
	"state" text DEFAULT 'started' NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"method" text,
	"label" text DEFAULT '' NOT NULL,
	"contact_id" uuid NOT NULL,
	"person" text NOT NULL,
	"payer" text NOT NULL,
	"address" text,
	"link_id" uuid,
	"checkout_id" text,
	"checkout_url" text,
	"intent_id" text,
	"failure" text,
	"receipt" integer,
	"member_id" uuid,
	"paid_on" date,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"received_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "payments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_id_unique" UNIQUE("id"),
	CONSTRAINT "payments_receipt" UNIQUE("tenant_id","document_id","receipt"),
	CONSTRAINT "payments_checkout" UNIQUE("processor","checkout_id"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "practice_checkouts" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"title" text NOT NULL,
	"return_to" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"method" text,
	"label" text DEFAULT '' NOT NULL,
	"refunded_cents" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_checkouts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "practice_checkouts_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "processor_events" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"processor" text NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "processor_events_tenant_id_processor_event_id_pk" PRIMARY KEY("tenant_id","processor","event_id")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"tenant_id" uuid DEFAULT current_tenant() NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"reason" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"processor_id" text,
	"failure" text,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_id_unique" UNIQUE("id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "invoice_prefix" text DEFAULT 'INV-' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "last_invoice_number" integer DEFAULT 1000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "invoice_terms_days" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "tax_name" text DEFAULT 'GST' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "tax_milli_percent" integer DEFAULT 10000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "stripe_account" text;--> statement-breakpoint
ALTER TABLE "contractor_invoices" ADD COLUMN "paid_on" date;--> statement-breakpoint
ALTER TABLE "contractor_invoices" ADD COLUMN "paid_by" uuid;--> statement-breakpoint
ALTER TABLE "contractor_invoices" ADD COLUMN "reference" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_tenant_id_proposed_by_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposed_by") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_tenant_id_confirmed_by_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","confirmed_by") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_tenant_id_ended_by_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ended_by") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_files" ADD CONSTRAINT "invoice_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_files" ADD CONSTRAINT "invoice_files_tenant_id_document_id_invoices_tenant_id_document_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."invoices"("tenant_id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_files" ADD CONSTRAINT "invoice_files_tenant_id_file_id_files_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "public"."files"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_document_id_invoices_tenant_id_document_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."invoices"("tenant_id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_scope_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","scope_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_work_order_id_work_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","work_order_id") REFERENCES "public"."work_orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_tenant_id_document_id_invoices_tenant_id_document_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."invoices"("tenant_id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_tenant_id_refund_id_refunds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","refund_id") REFERENCES "public"."refunds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_document_id_invoices_tenant_id_document_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."invoices"("tenant_id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_checkouts" ADD CONSTRAINT "practice_checkouts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processor_events" ADD CONSTRAINT "processor_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_member_id_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_details_one_in_force" ON "bank_details" USING btree ("tenant_id") WHERE state = 'in-force';--> statement-breakpoint
CREATE UNIQUE INDEX "bank_details_one_coming" ON "bank_details" USING btree ("tenant_id") WHERE state in ('proposed', 'confirmed');--> statement-breakpoint
CREATE INDEX "bank_details_by_time" ON "bank_details" USING btree ("tenant_id","proposed_at");--> statement-breakpoint
CREATE INDEX "bank_details_to_take_effect" ON "bank_details" USING btree ("tenant_id","takes_effect_at") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "invoice_files_by_file" ON "invoice_files" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_by_invoice" ON "invoice_lines" USING btree ("tenant_id","document_id","place");--> statement-breakpoint
CREATE INDEX "invoices_by_scope" ON "invoices" USING btree ("tenant_id","scope_id") WHERE scope_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_by_work_order" ON "invoices" USING btree ("tenant_id","work_order_id") WHERE work_order_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_by_day_paid" ON "invoices" USING btree ("tenant_id","paid_at") WHERE paid_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_payment_once" ON "ledger" USING btree ("tenant_id","payment_id") WHERE kind = 'payment';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_reversal_once" ON "ledger" USING btree ("tenant_id","payment_id") WHERE kind = 'reversal';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_refund_once" ON "ledger" USING btree ("tenant_id","refund_id") WHERE refund_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_by_invoice" ON "ledger" USING btree ("tenant_id","document_id","at");--> statement-breakpoint
CREATE INDEX "ledger_by_time" ON "ledger" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_started" ON "payments" USING btree ("tenant_id","document_id") WHERE state = 'started';--> statement-breakpoint
CREATE INDEX "payments_by_invoice" ON "payments" USING btree ("tenant_id","document_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_under_way" ON "payments" USING btree ("tenant_id","created_at") WHERE state in ('started', 'pending');--> statement-breakpoint
CREATE INDEX "payments_by_day" ON "payments" USING btree ("tenant_id","received_at") WHERE received_at is not null;--> statement-breakpoint
CREATE INDEX "refunds_by_payment" ON "refunds" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "refunds_under_way" ON "refunds" USING btree ("tenant_id","created_at") WHERE state = 'asked';--> statement-breakpoint
ALTER TABLE "contractor_invoices" ADD CONSTRAINT "contractor_invoices_tenant_id_paid_by_members_tenant_id_id_fk" FOREIGN KEY ("tenant_id","paid_by") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contractor_invoices_by_time" ON "contractor_invoices" USING btree ("tenant_id","state","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
-- An American business has no GST. It sets its own rate.
alter table tenants no force row level security;
--> statement-breakpoint
alter table documents no force row level security;
--> statement-breakpoint
update tenants set tax_name = 'Sales tax', tax_milli_percent = 0 where locale = 'en-US';
--> statement-breakpoint
-- Invoices that were sent before have no lines: they keep their words, and get their numbers in the order of their sending.
insert into invoices (tenant_id, document_id, currency, serial, number, issued_on, paid_at)
  select d.tenant_id, d.id, t.currency, n.serial, t.invoice_prefix || n.serial, (d.sent_at at time zone t.time_zone)::date,
    case when d.closed_as = 'paid' then d.closed_at end
  from documents d
  join tenants t on t.id = d.tenant_id
  left join lateral (
    select t.last_invoice_number + count(*)::int as serial from documents e
    where e.tenant_id = d.tenant_id and e.kind = 'invoice' and (e.sent_at, e.id) <= (d.sent_at, d.id)
    having d.sent_at is not null
  ) n on true
  where d.kind = 'invoice';
--> statement-breakpoint
update tenants t set last_invoice_number = i.last
  from (select tenant_id, max(serial) as last from invoices where serial is not null group by tenant_id) i where i.tenant_id = t.id;
--> statement-breakpoint
alter table documents force row level security;
--> statement-breakpoint
alter table tenants force row level security;
--> statement-breakpoint
select guard_tenant_table('invoices'), guard_tenant_table('invoice_lines'), guard_tenant_table('invoice_files'),
  guard_tenant_table('payments'), guard_tenant_table('refunds'), guard_tenant_table('ledger'),
  guard_tenant_table('processor_events'), guard_tenant_table('practice_checkouts'), guard_tenant_table('bank_details');
--> statement-breakpoint
-- The ledger and the processor's events are only ever added to.
grant select, insert on ledger, processor_events to latchkey_tenant;
--> statement-breakpoint
grant select, insert, update on invoices, payments, refunds, practice_checkouts, bank_details to latchkey_tenant;
--> statement-breakpoint
grant select, insert, update, delete on invoice_lines, invoice_files to latchkey_tenant;
--> statement-breakpoint
-- Whose practice checkout it is is known from its own unguessable name, before a tenant is.
grant select on practice_checkouts to latchkey_gate;
--> statement-breakpoint
create policy of_the_gate on practice_checkouts for select to latchkey_gate using (true);
