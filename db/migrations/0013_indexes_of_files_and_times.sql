CREATE INDEX "messages_by_file" ON "messages" USING btree ("tenant_id","file_id") WHERE file_id is not null;--> statement-breakpoint
CREATE INDEX "documents_open_appointments" ON "documents" USING btree ("tenant_id") WHERE kind = 'appointment' and sent_at is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX "project_files_by_file" ON "project_files" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "reminders_by_time" ON "reminders" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "report_photos_by_file" ON "report_photos" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "selection_choices_by_file" ON "selection_choices" USING btree ("tenant_id","file_id") WHERE file_id is not null;--> statement-breakpoint
CREATE INDEX "selection_options_by_file" ON "selection_options" USING btree ("tenant_id","file_id") WHERE file_id is not null;