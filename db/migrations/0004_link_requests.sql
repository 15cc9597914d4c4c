CREATE TABLE "link_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "link_requests_by_address" ON "link_requests" USING btree ("purpose","address_hash","asked_at");--> statement-breakpoint
grant select, insert, update, delete on link_requests to latchkey_gate;
--> statement-breakpoint
-- What it counted is worth an hour, and a request in that hour may be counted anew.
drop table stranger_requests;
