ALTER TABLE "ledger" DROP CONSTRAINT "ledger_sign";--> statement-breakpoint
ALTER TABLE "ledger" DROP CONSTRAINT "ledger_of_refund";--> statement-breakpoint
DROP INDEX "ledger_refund_once";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "practice_checkouts" ADD COLUMN "refunds" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_reinstated_once" ON "ledger" USING btree ("tenant_id","payment_id") WHERE kind = 'reinstated';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_returned_once" ON "ledger" USING btree ("tenant_id","refund_id") WHERE kind = 'returned';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_processor_id" ON "refunds" USING btree ("tenant_id","processor_id") WHERE processor_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_refund_once" ON "ledger" USING btree ("tenant_id","refund_id") WHERE kind = 'refund';--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_sign" CHECK (("ledger"."kind" in ('payment', 'returned', 'reinstated')) = ("ledger"."amount_cents" > 0) and "ledger"."amount_cents" <> 0);--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_of_refund" CHECK (("ledger"."kind" in ('refund', 'returned')) = ("ledger"."refund_id" is not null));--> statement-breakpoint
-- What was paid, by whom and how much stays as it was written. What becomes of it is written beside.
revoke update on payments, refunds from latchkey_tenant;
--> statement-breakpoint
grant update (state, method, label, checkout_id, checkout_url, intent_id, failure, receipt,
  received_at, ended_at) on payments to latchkey_tenant;
--> statement-breakpoint
grant update (state, processor_id, failure, ended_at) on refunds to latchkey_tenant;
--> statement-breakpoint
-- The jobs find which payments and refunds are under way. What they are is read in their tenant alone.
grant select (tenant_id, id, state, created_at) on payments, refunds to latchkey_gate;
--> statement-breakpoint
create policy of_the_gate on payments for select to latchkey_gate using (true);
--> statement-breakpoint
create policy of_the_gate on refunds for select to latchkey_gate using (true);
