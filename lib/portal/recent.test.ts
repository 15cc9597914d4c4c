import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { insert } from "@/e2e/support/world";
import { type ClientScope, scopeOf } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import { readPortalHome } from "./home";

eachAtReadwell(4);

/** Dana, a client of the same business, who also signs a contract of Ellen and Tom’s. */
async function danaWhoSigns(documentId: string): Promise<ClientScope> {
  const { tenantId, suffix } = readwell;
  const [name, email] = ["Dana Whitfield", `dana-${suffix}@whitfield.example`];
  const contactId = await insert(database.owner, "contacts", {
    ...{ tenant_id: tenantId, kind: "client", name, email },
  });
  await database.owner`
    insert into contract_signees (tenant_id, document_id, contact_id, person, name)
    values (${tenantId}, ${documentId}, ${contactId}, 'primary', ${name})`;
  const sessionId = "00000000-0000-4000-8000-000000000001";
  return scopeOf(tenantId, {
    ...{ kind: "client", contactId, person: "primary", name, address: email, portal: true },
    ...{ officeSawLink: false, sessionId },
  });
}

test("who signs another client’s contract hears what became of it, and nothing that its own client asked or was told", async () => {
  const contract = await makeDocument(database.owner, readwell, "contract");
  const other = await makeDocument(database.owner, readwell, "contract");
  const dana = await danaWhoSigns(contract);
  const happened = (kind: HappeningKind, documentId: string) =>
    database.owner`insert into events ${database.owner({
      ...{ tenant_id: readwell.tenantId, contact_id: readwell.ellen, document_id: documentId, kind },
      ...{ actor: "contact", actor_id: readwell.ellen, actor_name: "Tom Marsh" },
      detail: database.owner.json({}),
    })}`;
  await happened("contract.confirmed", contract);
  await happened("document.asked", contract);
  await happened("document.answered", contract);
  await happened("contract.declined", other);
  const { recent } = await readPortalHome(dana, { now: new Date(), projectId: undefined });
  expect(recent.map(({ words }) => words)).toEqual([
    expect.stringMatching(/^Tom (?:Marsh )?signed the .*contract/),
  ]);
});
