-- Three roles without a login. The app's login inherits the gate and the queue; a tenant it must take on, in a
-- transaction, by name (see inTenant).
do $$
declare name text;
begin
  foreach name in array array['latchkey_tenant', 'latchkey_gate', 'latchkey_queue'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    if not pg_has_role(current_user, name, 'SET') then
      execute format('grant %I to current_user', name);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
-- The tenant of this transaction; null outside of one, so that nothing matches.
create function current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('latchkey.tenant', true), '')::uuid $$;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint
grant usage on schema public to latchkey_tenant, latchkey_gate, latchkey_queue;
