ALTER TABLE "sessions" ADD COLUMN "office_saw_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "partner_once" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Who signs is found by the name as well: a partner of another name is another person.
grant select (name) on contract_signees to latchkey_gate;--> statement-breakpoint
alter table sessions no force row level security;--> statement-breakpoint
alter table links no force row level security;--> statement-breakpoint
alter table contacts no force row level security;--> statement-breakpoint
alter table contract_signees no force row level security;--> statement-breakpoint
update sessions s set office_saw_link = true from links l
where l.tenant_id = s.tenant_id and l.id = s.link_id and l.channel = 'copy' and s.kind = 'client';--> statement-breakpoint
-- A partner who is still reached where they signed was renamed, and not replaced.
update contacts c set partner_once = array(select distinct s.name from contract_signees s
  where s.tenant_id = c.tenant_id and s.contact_id = c.id and s.person = 'partner' and s.name <> c.partner_name
    and s.address in (c.partner_email, c.partner_phone))
where c.partner_name is not null;--> statement-breakpoint
alter table contract_signees force row level security;--> statement-breakpoint
alter table contacts force row level security;--> statement-breakpoint
alter table links force row level security;--> statement-breakpoint
alter table sessions force row level security;
