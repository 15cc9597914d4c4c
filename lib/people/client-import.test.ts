import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeReadwell, type Readwell } from "@/e2e/support/clients";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { samOf } from "@/e2e/support/scopes";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { importClients, keepImport, readImport } from "./client-import";

let database: TestDatabase;
let readwell: Readwell;
let sam: StaffScope;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  readwell = await makeReadwell(database.owner);
  sam = samOf(readwell);
});
afterAll(() => database.drop());

const csv = (...lines: string[]) => lines.join("\r\n");
const heads = "Name,E-mail,Mobile,Partner,Partner’s e-mail,Partner phone";

const preview = async (text: string) => {
  expect(await keepImport(sam, { text })).toMatchObject({ ok: true });
  const kept = await readImport(sam);
  if (!kept) throw new Error("The file was not kept.");
  return kept;
};

const kinds = async (text: string) => (await preview(text)).rows.map(({ number, kind }) => [number, kind]);

const problems = async (text: string) =>
  (await preview(text)).rows.flatMap((row) => (row.kind === "problem" ? [row.sentence] : []));

const bring = async (text: string) => importClients(sam, await preview(text));

const everyone = () => database.owner<
  { name: string; email: string; phone: string; partner: string; portal: boolean }[]
>`
  select name, email, phone, partner_name as partner, portal_access as portal from contacts
  where tenant_id = ${readwell.tenantId} and kind = 'client' order by name`;

describe("an import of clients", () => {
  const file = csv(
    heads,
    "Ana Costa,ANA@costa.example,(512) 555-0147,Rui Costa,rui@costa.example,",
    '"Bell, Jo",jo@bell.example,,,,',
  );

  test("adds who is new, with nobody invited, and the same file a second time does nothing", async () => {
    expect(await kinds(file)).toEqual([
      [2, "new"],
      [3, "new"],
    ]);
    expect(await bring(file)).toMatchObject({ value: { added: 2, changed: 0 } });
    expect(await everyone()).toMatchObject([
      {
        name: "Ana Costa",
        email: "ana@costa.example",
        phone: "+15125550147",
        partner: "Rui Costa",
        portal: false,
      },
      { name: "Bell, Jo", portal: false },
      { name: "Ellen Marsh", portal: true },
    ]);
    expect(await kinds(file)).toEqual([
      [2, "same"],
      [3, "same"],
    ]);
    expect(await bring(file)).toMatchObject({ value: { added: 0, changed: 0 } });
    expect(await everyone()).toHaveLength(3);
    expect(await database.owner`select 1 from messages where tenant_id = ${readwell.tenantId}`).toEqual([]);
  });

  test("twice at the same moment adds everybody once", async () => {
    const kept = await preview(file);
    await Promise.all([importClients(sam, kept), importClients(sam, kept)]);
    expect(await everyone()).toHaveLength(3);
  });

  test("knows a client again by e-mail, else by phone, says what changes, and an empty cell changes nothing", async () => {
    const { ellen, ellenPhone } = readwell.address;
    const byEmail = csv("name,email,phone", `Ellen Marsh-Ode,${ellen},`);
    expect((await preview(byEmail)).rows).toMatchObject([
      { kind: "changes", change: { name: "Ellen Marsh-Ode" }, before: { name: "Ellen Marsh" } },
    ]);
    await bring(csv("name,email,phone", `Ellen Marsh,ellen@new.example,${ellenPhone}`));
    expect(await everyone()).toMatchObject([
      { email: "ellen@new.example", phone: ellenPhone, partner: "Tom Marsh" },
    ]);
  });

  test("[B16] that changes an address ends what was sent to the old one", async () => {
    const { ellen, ellenPhone } = readwell.address;
    await database.owner`insert into links (tenant_id, purpose, class, channel, contact_id, address, expires_at)
      values (${readwell.tenantId}, 'portal-login', 'single-use', 'email', ${readwell.ellen}, ${ellen}, now() + interval '1 hour')`;
    await bring(csv("name,email,phone", `Ellen Marsh,ellen@new.example,${ellenPhone}`));
    const [link] =
      await database.owner`select retired_reason as reason from links where contact_id = ${readwell.ellen}`;
    expect(link).toMatchObject({ reason: "address-changed" });
  });

  test("leaves out each row with a problem, under the number that the spreadsheet shows, and takes the rest", async () => {
    const { tom } = readwell.address;
    const mixed = csv(
      heads,
      "Ana Costa,ana@costa.example,,,,",
      "",
      ",nobody@costa.example,,,,",
      "Jo Bell,jo at bell,,,,",
      "Jo Bell,,12,,,",
      "Jo Bell,,,,,",
      "Ana Again,ana@costa.example,,,,",
      `Rui Costa,${tom},,,,`,
      "Jo Bell,jo@bell.example,,Al,jo@bell.example,",
    );
    expect((await kinds(mixed)).map(([number]) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 2]);
    expect(await problems(mixed)).toEqual([
      "The name is missing.",
      "“jo at bell” isn’t an email address.",
      "“12” isn’t a phone number.",
      "Add an email address or a mobile number, so that a link can reach them.",
      "Row 2 of this file has ana@costa.example already.",
      `${tom} is the address of Tom Marsh, Ellen Marsh’s partner. It can belong to one client only.`,
      "Both people have the same address here. Each needs one of their own, or none.",
    ]);
    expect(await bring(mixed)).toMatchObject({ value: { added: 1, changed: 0 } });
  });

  test("of the 5,000 rows that it takes at most is done within seconds", async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Client ${n},client-${n}@many.example,,,,`);
    expect(await bring(csv(heads, ...rows))).toMatchObject({ value: { added: 5000 } });
    expect(await keepImport(sam, { text: csv(heads, ...rows, "One,more@many.example,,,,") })).toMatchObject({
      detail: { sentence: expect.stringContaining("5,000 rows") },
    });
  }, 30_000);
});

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
