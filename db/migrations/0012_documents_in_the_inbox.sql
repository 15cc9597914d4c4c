-- The job that learns that a document’s message did not arrive says so on the document, as it does on a work order.
grant update (waits_since, waits_for) on documents to latchkey_gate;
--> statement-breakpoint
-- What happens to a document is announced at commit, as what happens to a work order is.
drop trigger announce on events;
--> statement-breakpoint
create trigger announce after insert on events for each row
  when (new.work_order_id is not null or new.document_id is not null)
  execute function announce_happening();
