ALTER TABLE "invoices" ADD COLUMN "made_of" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_number" UNIQUE("tenant_id","number");