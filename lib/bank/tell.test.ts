import { beforeEach, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/delivery";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { hireAtReadwell, memberAddress, payToOldAccount } from "@/e2e/support/bank";
import { makeDocument } from "@/e2e/support/clients";
import { insert } from "@/e2e/support/world";
import type { StaffScope } from "@/lib/auth/scope";
import { compose } from "@/lib/delivery/compose";
import { confirmBankDetails, proposeBankDetails, withdrawBankDetails } from "./change";
import { checkWords } from "./check-words";
import { bankDetailsTakeEffect } from "./take-effect";

eachAtReadwell();

const details = {
  accountName: "Tidewater Holdings",
  bankName: "Cattlemens Mutual",
  routing: "026009593",
  accountNumber: "440011223344",
};

let june: StaffScope;

beforeEach(async () => {
  june = await hireAtReadwell(database.owner, readwell, "June Okafor", "manager");
  await hireAtReadwell(database.owner, readwell, "Vera Lund", "viewer");
  const gone = await hireAtReadwell(database.owner, readwell, "Gus Hale", "owner");
  await database.owner`update members set active = false where id = ${gone.actor.memberId}`;
  await payToOldAccount(database.owner, readwell, june.actor.memberId);
});

/** As if the business had never named an account. */
const withoutAccount = () =>
  database.owner`delete from bank_details where tenant_id = ${readwell.tenantId} and state = 'in-force'`;

const toEllen = async (what: string) =>
  (await letters()).filter(
    ({ address, detail }) =>
      [readwell.address.ellen, readwell.address.ellenPhone].includes(address) && detail.what === what,
  );

/** Every message of the business so far, in order, as it is queued and as it is written. */
async function letters() {
  const rows = await inTenant(sam, (tx) =>
    tx.select().from(messages).orderBy(messages.queuedAt, messages.address),
  );
  return Promise.all(rows.map(async (row) => ({ ...row, words: await compose(row, undefined) })));
}

type Letters = Awaited<ReturnType<typeof letters>>;
const toWhom = (all: Letters, kind: string, what?: string) =>
  all
    .filter((each) => each.kind === kind && (what === undefined || each.detail.what === what))
    .map(({ address }) => address)
    .sort();

async function propose(): Promise<string> {
  expect(await proposeBankDetails(sam, details)).toMatchObject({ ok: true });
  const [row] = await database.owner<{ id: string }[]>`
    select id from bank_details where tenant_id = ${readwell.tenantId} and state = 'proposed'`;
  return row?.id ?? "";
}

async function confirm(): Promise<string> {
  const id = await propose();
  expect(await confirmBankDetails(june, { id, ...details })).toMatchObject({ ok: true });
  return id;
}

async function otherClient(name: string, row: Record<string, string | boolean> = {}) {
  const first = name.split(" ")[0]?.toLowerCase();
  const email = `${first}-${readwell.suffix}@client.example`;
  const id = await insert(database.owner, "contacts", {
    tenant_id: readwell.tenantId,
    kind: "client",
    name,
    email,
    ...row,
  });
  return { id, email };
}

async function invoiceOf(contactId: string, change: { draft?: boolean; closed?: boolean } = {}) {
  const id = await makeDocument(database.owner, { ...readwell, ellen: contactId }, "invoice", {
    draft: change.draft ?? false,
  });
  if (change.closed)
    await database.owner`update documents set closed_at = now() - interval '1 minute', closed_as = 'paid' where id = ${id}`;
  return id;
}

test("[X10] every other active member hears of a proposal, with the way to the page by its plain address", async () => {
  await propose();
  const all = await letters();
  const { suffix } = readwell;
  expect(toWhom(all, "bank-details-to-office")).toEqual([
    memberAddress("June Okafor", suffix),
    memberAddress("Vera Lund", suffix),
  ]);
  expect(all).toHaveLength(2);
  for (const { words } of all) {
    expect(words.subject).toBe("Sam Reyes proposed new bank details");
    expect(words.text).toMatch(/^https?:\/\/[^/\s]+\/settings\/bank$/m);
  }
});

test("[X10] both people of every client with an invoice to pay hear of it at each address of theirs, and nobody else does", async () => {
  await invoiceOf(readwell.ellen);
  await invoiceOf(readwell.ellen);
  const paid = await otherClient("Paid Long Ago");
  await invoiceOf(paid.id, { closed: true });
  const drafted = await otherClient("Only Drafted");
  await invoiceOf(drafted.id, { draft: true });
  const inactive = await otherClient("Inactive Person", { active: false });
  await invoiceOf(inactive.id);
  await otherClient("Without Invoice");
  await confirm();
  const { ellen, ellenPhone, tom, tomPhone } = readwell.address;
  const told = (await letters()).filter(({ kind }) => kind === "bank-details-to-client");
  expect(told.map(({ address }) => address).sort()).toEqual([ellen, ellenPhone, tom, tomPhone].sort());
  for (const { words, channel } of told) {
    expect(words.text).toContain("never send bank details by email or text");
    expect(words.text).toMatch(/They change on \w{3}, \w{3} \d+, \d+:\d\d [AP]M, Chicago time\./);
    expect(words.text).toContain("Call Readwell Builders on (512) 555-0110");
    expect(words.text).not.toContain("http");
    if (channel === "sms") expect(words.text.length).toBeLessThanOrEqual(2 * 153);
    if (channel === "sms") expect(words.text).toMatch(/^[\n\x20-\x5a\x61-\x7a]+$/);
  }
});

test("[X10] whoever was told that the details change is told that they did, be their invoice paid meanwhile, and who is new too", async () => {
  const invoice = await invoiceOf(readwell.ellen);
  await confirm();
  const late = await otherClient("Late Comer");
  await invoiceOf(late.id);
  await database.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${invoice}`;
  await database.owner`update bank_details set takes_effect_at = now() where tenant_id = ${readwell.tenantId}`;
  await Promise.all([bankDetailsTakeEffect(), bankDetailsTakeEffect()]);
  const { ellen, ellenPhone, tom, tomPhone } = readwell.address;
  const all = await letters();
  expect(toWhom(all, "bank-details-to-client", "in-force")).toEqual(
    [ellen, ellenPhone, tom, tomPhone, late.email].sort(),
  );
  const letter = all.find(({ address, kind }) => address === late.email && kind === "bank-details-to-client");
  expect(letter?.words.subject).toBe("Readwell Builders: our bank details have changed");
});

test("[X10] what was confirmed and taken back is told to whoever was told of it; what was only proposed to no client", async () => {
  await invoiceOf(readwell.ellen);
  await withdrawBankDetails(june, { id: await propose() });
  expect(toWhom(await letters(), "bank-details-to-client")).toEqual([]);
  const id = await confirm();
  await withdrawBankDetails(sam, { id });
  const all = await letters();
  expect(toWhom(all, "bank-details-to-client", "withdrawn")).toHaveLength(4);
  const letter = all.find(({ detail }) => detail.what === "withdrawn" && detail.person === "Tom Marsh");
  expect(letter?.words.text).toContain("nothing changes");
  expect(toWhom(all, "bank-details-to-office", "withdrawn")).toContain(
    memberAddress("June Okafor", readwell.suffix),
  );
});

test("[X10] of the first account a client hears from when on it can be paid to, never that anything changes", async () => {
  await withoutAccount();
  await invoiceOf(readwell.ellen);
  await confirm();
  const coming = await toEllen("first-coming");
  expect(coming.map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
  for (const { words, channel } of coming) {
    expect(words.text).toMatch(
      /From \w{3}, \w{3} \d+, \d+:\d\d [AP]M, Chicago time, the account is on your online invoice\./,
    );
    expect(words.text).toContain("never send bank details by email or text");
    expect(words.text).not.toMatch(/chang|until then/i);
    if (channel === "sms") expect(words.text.length).toBeLessThanOrEqual(2 * 153);
    if (channel === "sms") expect(words.text).toMatch(/^[\n\x20-\x5a\x61-\x7a]+$/);
  }
  await database.owner`update bank_details set takes_effect_at = now() where tenant_id = ${readwell.tenantId}`;
  await bankDetailsTakeEffect();
  const [letter] = (await toEllen("first-in-force")).filter(({ channel }) => channel === "email");
  expect(letter?.words.subject).toBe("Readwell Builders: you can now pay by bank transfer");
  expect(letter?.words.text).not.toMatch(/chang|the new ones/);
});

test("[X10] of the first account that is taken back a client hears not to wait for it", async () => {
  await withoutAccount();
  await invoiceOf(readwell.ellen);
  await withdrawBankDetails(sam, { id: await confirm() });
  const told = await toEllen("first-withdrawn");
  expect(told).toHaveLength(2);
  for (const { words } of told) {
    expect(words.text).toMatch(/bank transfer isn['’]t offered for now/i);
    expect(words.text).not.toMatch(/stay as they are/);
  }
  await confirm();
  expect(await toEllen("first-coming"), "nothing was in force meanwhile").toHaveLength(4);
});

test("[X10] no message ever holds a number of the account in any grouping, its name, its bank or its check words", async () => {
  await invoiceOf(readwell.ellen);
  await withdrawBankDetails(june, { id: await confirm() });
  await confirm();
  await database.owner`update bank_details set takes_effect_at = now() where tenant_id = ${readwell.tenantId} and state = 'confirmed'`;
  await bankDetailsTakeEffect();
  const all = await letters();
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(({ channel }) => channel))).toEqual(new Set(["email", "sms"]));
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const secret = [...Object.values(details), checkWords(details)].map(bare);
  for (const { detail, words } of all) {
    const forms = [
      JSON.stringify(detail),
      words.subject,
      words.text,
      words.html ?? "",
      withoutTags(words.html ?? ""),
    ];
    for (const form of forms) for (const each of secret) expect(bare(form)).not.toContain(each);
  }
});

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, "");

test("[X10] the trail names the end of the number alone", async () => {
  await confirm();
  const told = await database.owner`
    select detail from events where tenant_id = ${readwell.tenantId} and kind like 'bank-details.%'`;
  expect(told.map(({ detail }) => detail)).toEqual([{ ending: "344" }, { ending: "344" }]);
});

test("[X10] a thousand clients are told in one transaction, each once at each address", async () => {
  await database.owner`
    insert into contacts (tenant_id, kind, name, email, phone) select ${readwell.tenantId}, 'client', 'Client ' || n,
      'c' || n || '@many.example', case when n % 2 = 0 then '+1512555' || 1000 + n end from generate_series(1, 1000) n`;
  await database.owner`
    insert into documents (tenant_id, contact_id, kind, title, body, sent_at)
    select tenant_id, id, 'invoice', 'April', '', now() from contacts where tenant_id = ${readwell.tenantId} and email like '%@many.example'`;
  await confirm();
  const [counted] = await database.owner<{ messages: number; addresses: number; jobs: number }[]>`
    select count(*)::int as messages, count(distinct address)::int as addresses,
      count(distinct j.key)::int as jobs
    from messages m left join graphile_worker._private_jobs j on j.key = 'message:' || m.id
    where m.tenant_id = ${readwell.tenantId} and m.kind = 'bank-details-to-client'`;
  expect(counted).toEqual({ messages: 1500, addresses: 1500, jobs: 1500 });
});
