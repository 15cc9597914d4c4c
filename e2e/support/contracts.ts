import type postgres from "postgres";

/** What a contract has beyond its trunk: Ellen and Tom sign it, in any order; one that was sent is sealed as it says. */
export async function fillContract(owner: postgres.Sql, documentId: string): Promise<void> {
  await owner`
    insert into contracts (tenant_id, document_id, sealed_text, sealed_sha256, sealed_at)
    select tenant_id, id, case when sent_at is not null then body end,
      case when sent_at is not null then sha256(convert_to(body, 'UTF8')) end, sent_at
    from documents where id = ${documentId}`;
  await owner`
    insert into contract_signees (tenant_id, document_id, contact_id, person, name, role, place)
    select d.tenant_id, d.id, c.id, p.person, p.name, 'Owner', p.place
    from documents d join contacts c on c.id = d.contact_id
    cross join lateral (values ('primary', c.name, 1), ('partner', c.partner_name, 2)) as p (person, name, place)
    where d.id = ${documentId} and p.name is not null`;
}

/** The hash of the text that a contract was sealed as, as its page shows it; "" for one that is not sealed. */
export async function sealOf(owner: postgres.Sql, documentId: string): Promise<string> {
  const [found] = await owner<{ hash: string | null }[]>`
    select encode(sealed_sha256, 'hex') as hash from contracts where document_id = ${documentId}`;
  return found?.hash ?? "";
}
