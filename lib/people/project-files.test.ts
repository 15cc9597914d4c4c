import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { invoicePdf } from "@/e2e/support/pdf";
import { ellenOf, tomOf } from "@/e2e/support/scopes";
import { scopeOf } from "@/lib/auth/scope";
import { sweepStagedFiles } from "@/lib/storage/files";
import { listSharedFiles, readSharedFile, shareFile, takeBackFile } from "./project-files";

eachAtReadwell();

const pdf = (name = "plans.pdf") =>
  new File([new Uint8Array(invoicePdf())], name, { type: "application/pdf" });
const share = (title = "", projectId = readwell.kitchen) =>
  shareFile(sam, { projectId, title, file: pdf("Insurance 2026.pdf") });

test("a shared file is the client’s and the partner’s to read until it is taken back", async () => {
  await share("Plans, revision C");
  const [shared] = await listSharedFiles(sam, readwell.kitchen);
  expect(shared).toMatchObject({ title: "Plans, revision C", about: "PDF, 1 KB" });
  const id = shared?.id ?? "";
  for (const who of [ellenOf(readwell), tomOf(readwell)])
    expect(await readSharedFile(who, id)).toMatchObject({ value: { contentType: "application/pdf" } });
  expect([await takeBackFile(sam, { id }), await takeBackFile(sam, { id })]).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
  expect(await readSharedFile(ellenOf(readwell), id)).toMatchObject({ reason: "not-found" });
  await database.owner`update files set created_at = now() - interval '2 days'`;
  expect(await sweepStagedFiles(24), "its content is swept").toBe(1);
  const told = await database.owner`
    select kind, detail->>'title' as title from events where tenant_id = ${readwell.tenantId} order by id`;
  expect([...told]).toEqual([
    { kind: "file.shared", title: "Plans, revision C" },
    { kind: "file.withdrawn", title: "Plans, revision C" },
  ]);
});

test("a file goes by its own name where it has no title, and only a PDF or a photo is taken", async () => {
  await share();
  expect(await listSharedFiles(sam, readwell.kitchen)).toMatchObject([{ title: "Insurance 2026" }]);
  const page = new File(["<script>"], "plans.html", { type: "text/html" });
  expect(await shareFile(sam, { projectId: readwell.kitchen, title: "", file: page })).toMatchObject({
    reason: "unsupported-file",
  });
});

test("to another client, another shop and who has no portal a shared file is not there", async () => {
  const other = await makeReadwell(database.owner);
  expect(await share("Plans", other.kitchen)).toMatchObject({ reason: "not-found" });
  await share("Plans");
  const id = (await listSharedFiles(sam, readwell.kitchen))[0]?.id ?? "";
  const [neighbour] = await database.owner<{ id: string }[]>`
    insert into contacts (tenant_id, kind, name, portal_access) values (${readwell.tenantId}, 'client', 'Ann Bell', true) returning id`;
  const { tenantId, actor } = ellenOf(readwell);
  const others = [
    ellenOf(other),
    scopeOf(tenantId, { ...actor, portal: false }),
    scopeOf(tenantId, { ...actor, contactId: neighbour?.id ?? "" }),
  ];
  for (const who of others) expect(await readSharedFile(who, id)).toMatchObject({ reason: "not-found" });
  expect(await readSharedFile(ellenOf(readwell), "nonsense")).toMatchObject({ reason: "not-found" });
});
