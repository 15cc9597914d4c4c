import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { bring, csv, everyone, heads, preview } from "@/e2e/support/client-files";
import { scopeOf } from "@/lib/auth/scope";
import { importClients, keepImport, readImport } from "./client-import";

eachAtReadwell();

describe("a file of clients", () => {
  const rows = [
    "Name;E-Mail;Notes",
    '"José ""Pepe"" Peña";pepe@pena.example;=HYPERLINK("http://evil.example")',
  ].join("\r\n");

  test.each([
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${rows}`)],
    ["UTF-16", Buffer.from(`\uFEFF${rows}`, "utf16le")],
    ["the old Windows letters", Buffer.from(rows, "latin1")],
  ])(
    "is read from %s, with semicolons, doubled quotes and CRLF, and says which columns it left out",
    async (_, bytes) => {
      const file = new File([new Uint8Array(bytes)], "clients.csv");
      expect(await keepImport(sam, { file, text: "" })).toMatchObject({ ok: true });
      expect(await readImport(sam)).toMatchObject({
        rows: [{ number: 2, kind: "new", people: { name: 'José "Pepe" Peña', email: "pepe@pena.example" } }],
        ignored: ["Notes"],
      });
    },
  );

  test("holds text alone: what a spreadsheet would run as a formula is a name like any other", async () => {
    await bring(csv("name,email", '"=HYPERLINK(""http://evil.example"")",eve@elsewhere.example'));
    expect(await everyone()).toMatchObject([
      { name: '=HYPERLINK("http://evil.example")' },
      { name: "Ellen Marsh" },
    ]);
  });

  test.each([
    ["an empty one", "", /Choose a CSV file/],
    ["one without our columns", "street,suburb\r\n14 Alder Ct,Austin", /has to name the columns/],
    ["one with no row below its first", heads, /no client in it yet/],
    ["one whose quotes never close", `${heads}\r\n"Ana,ana@costa.example`, /don’t close/],
  ])("is refused when it is %s", async (_, text, sentence) => {
    expect(await keepImport(sam, { text })).toMatchObject({
      detail: { sentence: expect.stringMatching(sentence) },
    });
  });

  test.each([
    ["longer than 1 MB", Buffer.alloc(1024 * 1024 + 1, "a"), "too-large"],
    ["a workbook", Buffer.from("PK\u0003\u0004 …"), "unsupported-file"],
    ["no text at all", Buffer.from([0, 1, 2, 0]), "unsupported-file"],
  ])("is refused when it is %s", async (_, bytes, reason) => {
    const file = new File([new Uint8Array(bytes)], "clients.csv");
    expect(await keepImport(sam, { file, text: "" })).toMatchObject({ ok: false, reason });
  });

  test("is kept for an hour, for the session that sent it and for nobody else", async () => {
    const kept = await preview(csv("name,email", "Ana Costa,ana@costa.example"));
    const elsewhere = scopeOf(readwell.tenantId, {
      ...sam.actor,
      sessionId: "00000000-0000-4000-8000-000000000001",
    });
    expect(await readImport(elsewhere)).toBeUndefined();
    await database.owner`update kept_forms set created_at = created_at - interval '61 minutes'`;
    expect(await readImport(sam)).toBeUndefined();
    expect(await importClients(sam, kept)).toMatchObject({ reason: "not-found" });
  });
});
