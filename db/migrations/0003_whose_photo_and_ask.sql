ALTER TABLE "work_order_photos" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "work_orders" ADD COLUMN "link_asked_by" uuid;--> statement-breakpoint
ALTER TABLE "work_order_photos" ADD CONSTRAINT "work_order_photos_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_tenant_id_link_asked_by_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","link_asked_by") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_order_photos" DROP COLUMN "from_contractor";