import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { invoicePdf } from "@/e2e/support/pdf";
import { atDocument, ellenOf } from "@/e2e/support/scopes";
import { sha256 } from "@/lib/sha256";
import { keepFile } from "@/lib/storage/files";
import { readInvoiceFile } from "./attached";

eachAtReadwell();

test("a file of an invoice is for whoever may read that invoice, and for no other", async () => {
  const id = await makeDocument(database.owner, readwell, "invoice");
  const other = await makeDocument(database.owner, readwell, "invoice");
  const content = invoicePdf();
  const bill = {
    name: "HP-0932.pdf",
    contentType: "application/pdf",
    content,
    sha256: sha256(content),
  } as const;
  const file = await keepFile(sam, bill, null);
  await database.owner`
    insert into invoice_files (tenant_id, document_id, file_id, title) values (${readwell.tenantId}, ${id}, ${file.id}, 'Bill')`;
  const ellen = (documentId: string) => atDocument(ellenOf(readwell), documentId);
  expect(await readInvoiceFile(ellen(id), file.id)).toMatchObject({
    ok: true,
    value: { name: "HP-0932.pdf" },
  });
  expect(await readInvoiceFile(ellen(other), file.id)).toMatchObject({ reason: "not-found" });
  expect(await readInvoiceFile(ellen(id), "../etc")).toMatchObject({ reason: "not-found" });
});
