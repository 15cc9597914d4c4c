-- Row-level security for every table with tenant_id, enabled and forced. Later migrations call guard_tenant_table for theirs.
create function guard_tenant_table(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy of_this_tenant on %s to latchkey_tenant using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
    guarded
  );
end $$;
--> statement-breakpoint
do $$
declare guarded regclass;
begin
  for guarded in
    select attrelid::regclass from pg_attribute join pg_class on pg_class.oid = attrelid
    where attname = 'tenant_id' and relkind = 'r' and relnamespace = 'public'::regnamespace and not attisdropped
  loop
    perform guard_tenant_table(guarded);
  end loop;
end $$;
--> statement-breakpoint
alter table tenants enable row level security;
--> statement-breakpoint
alter table tenants force row level security;
--> statement-breakpoint
create policy of_this_tenant on tenants to latchkey_tenant using (id = current_tenant()) with check (id = current_tenant());
--> statement-breakpoint
-- What a tenant's transaction may do. Happenings are only ever added; tokens' hashes it never sees.
grant select, insert, update, delete on contacts, properties, work_orders, work_order_photos, thread_entries,
  contractor_invoices, files, messages, kept_forms, idempotency_keys to latchkey_tenant;
--> statement-breakpoint
grant select, insert, update on links, members, sessions to latchkey_tenant;
--> statement-breakpoint
grant select, update on tenants to latchkey_tenant;
--> statement-breakpoint
grant select, insert on events to latchkey_tenant, latchkey_gate;
--> statement-breakpoint
-- What links and sessions may do before a tenant is known.
grant select, insert, update, delete on links, link_tokens, sessions, stranger_requests, request_counts to latchkey_gate;
--> statement-breakpoint
grant select, insert, update on messages to latchkey_gate;
--> statement-breakpoint
grant select on tenants, members, contacts, work_orders to latchkey_gate;
--> statement-breakpoint
-- Delivery knows before anyone else that a message did not arrive, and says so on the order.
grant update (undelivered_at, moved_at, version) on work_orders to latchkey_gate;
--> statement-breakpoint
-- A lock on the holder's row (for share) needs the right to write one of its columns.
grant update (active) on members, contacts to latchkey_gate;
--> statement-breakpoint
grant delete on kept_forms, idempotency_keys, files to latchkey_gate;
--> statement-breakpoint
grant select on kept_forms, idempotency_keys, files to latchkey_gate;
--> statement-breakpoint
do $$
declare gated text;
begin
  foreach gated in array array['tenants', 'members', 'contacts', 'links', 'link_tokens', 'sessions', 'events', 'messages',
    'work_orders', 'kept_forms', 'idempotency_keys', 'files'] loop
    execute format('create policy of_the_gate on %I to latchkey_gate using (true) with check (true)', gated);
  end loop;
end $$;
--> statement-breakpoint
-- Request counts are worth nothing after a crash: no log is written for them.
alter table request_counts set unlogged;
--> statement-breakpoint
-- Search, as people type it: any part of a title, an address, a name.
create index work_orders_by_words on work_orders using gin ((title || ' ' || scope) gin_trgm_ops);
--> statement-breakpoint
create index properties_by_words on properties using gin ((street || ' ' || suburb) gin_trgm_ops);
--> statement-breakpoint
create index contacts_by_words on contacts using gin ((name || ' ' || coalesce(company, '')) gin_trgm_ops);
--> statement-breakpoint
-- What moved is announced at commit; the payload is an id, the row is read again by whoever cares.
create function announce_happening() returns trigger language plpgsql as $$
begin
  perform pg_notify('happenings', new.tenant_id || ' ' || new.id);
  return null;
end $$;
--> statement-breakpoint
create trigger announce after insert on events for each row when (new.work_order_id is not null)
  execute function announce_happening();
--> statement-breakpoint
-- The one door from a tenant's transaction to the queue: it runs as the queue's owner, so that a tenant's role needs no
-- right on the queue's own tables.
create function enqueue(task text, payload json, job_key text default null, run_at timestamptz default null, max_attempts int default null)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key);
end $$;
--> statement-breakpoint
grant create on schema public to latchkey_queue;
--> statement-breakpoint
alter function enqueue(text, json, text, timestamptz, int) owner to latchkey_queue;
--> statement-breakpoint
revoke create on schema public from latchkey_queue;
--> statement-breakpoint
revoke execute on function enqueue(text, json, text, timestamptz, int) from public;
--> statement-breakpoint
grant execute on function enqueue(text, json, text, timestamptz, int) to latchkey_tenant, latchkey_gate;
