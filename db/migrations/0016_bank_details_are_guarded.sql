ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_two_members" CHECK ("bank_details"."confirmed_by" <> "bank_details"."proposed_by");
--> statement-breakpoint
-- What was proposed is what is confirmed, and what is confirmed is what clients see: the details themselves never change.
revoke update on bank_details from latchkey_tenant;
--> statement-breakpoint
grant update (state, confirmed_by, confirmed_at, takes_effect_at, in_force_since, ended_by, ended_at) on bank_details to latchkey_tenant;
--> statement-breakpoint
-- The job finds whose details are due to take effect. What they are is read in their tenant alone.
grant select (tenant_id, state, takes_effect_at) on bank_details to latchkey_gate;
--> statement-breakpoint
create policy of_the_gate on bank_details for select to latchkey_gate using (true);
