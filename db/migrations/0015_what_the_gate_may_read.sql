-- The gate finds: whose a document is, who may be asked about it, and which signed PDF is which. What a document says, what
-- was signed, how and from where is read in its tenant alone.
revoke select on documents, contracts, contract_signees from latchkey_gate;
--> statement-breakpoint
grant select (tenant_id, id, kind, contact_id, project_id, title, member_id, due_on, addressed_to, sent_at, answered_at, answered_as,
  waits_since, waits_for, closed_at, closed_as, created_at) on documents to latchkey_gate;
--> statement-breakpoint
grant select (tenant_id, document_id, sealed_sha256, sealed_at, completed_at, file_id) on contracts to latchkey_gate;
--> statement-breakpoint
grant select (tenant_id, document_id, contact_id, person) on contract_signees to latchkey_gate;
