DROP INDEX "links_by_end";--> statement-breakpoint
DROP INDEX "links_by_contact";--> statement-breakpoint
CREATE INDEX "links_by_expiry" ON "links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "links_by_contact" ON "links" USING btree ("tenant_id","contact_id","issued_at") WHERE contact_id is not null;