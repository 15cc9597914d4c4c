-- The door to the queue says how urgent a job is, too: the higher the number, the later it is done.
drop function enqueue(text, json, text, timestamptz, int);
--> statement-breakpoint
create function enqueue(
  task text, payload json, job_key text default null, run_at timestamptz default null, max_attempts int default null,
  priority int default null
) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(
    task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key, priority => priority
  );
end $$;
--> statement-breakpoint
grant create on schema public to latchkey_queue;
--> statement-breakpoint
alter function enqueue(text, json, text, timestamptz, int, int) owner to latchkey_queue;
--> statement-breakpoint
revoke create on schema public from latchkey_queue;
--> statement-breakpoint
revoke execute on function enqueue(text, json, text, timestamptz, int, int) from public;
--> statement-breakpoint
grant execute on function enqueue(text, json, text, timestamptz, int, int) to latchkey_tenant, latchkey_gate;
