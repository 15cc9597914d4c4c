import { expect } from "@playwright/test";
import type postgres from "postgres";
import { askAsClient, clientIn, nextLetter, sentDocument } from "./support/client";
import { makeReadwell } from "./support/clients";
import { phoneSize, test } from "./support/test";

/** Every row of every table, the queue's too, as a thief would read them. */
async function dump(owner: postgres.Sql): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`;
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const [all] = await owner.unsafe<{ rows: string }[]>(
        `select string_agg(t::text, ' ') as rows from ${name} t`,
      );
      return all?.rows ?? "";
    }),
  );
  return parts.join(" ");
}

const hex = (text: string) => Buffer.from(text).toString("hex");

test("at no stage of a client’s links does the database hold a token or a code that the mailbox received", {
  tag: ["@X3", "@B16", "@C2"],
}, async ({ world }) => {
  const readwell = await makeReadwell(world.owner);
  const { ellen, ellenPhone, tom } = readwell.address;
  const secrets = new Map<string, string>();
  const stages = new Map<string, string>();
  const stage = async (name: string) => stages.set(name, await dump(world.owner));

  const browser = await world.browse(phoneSize);
  const bySms = await askAsClient(browser, world, ellenPhone);
  secrets
    .set("a sign-in link", bySms.token)
    .set("its code", bySms.code)
    .set("its code, joined", bySms.code.replace("-", ""));
  const contract = await sentDocument(world, readwell, "contract", tom);
  const invoice = await sentDocument(world, readwell, "invoice");
  secrets.set("a contract’s link", contract.token).set("an invoice’s link", invoice.token);
  await stage("sent");

  const page = await browser.newPage();
  await page.goto(contract.link);
  await page.goto(invoice.link);
  await stage("looked at");
  await page.goto(bySms.link);
  await expect(page).toHaveURL("/portal");
  await stage("spent");

  const toms = await clientIn(world, tom);
  await (await toms.newPage()).goto(contract.link);
  await stage("put away");
  const everything = await nextLetter(world, ellen, async () => {
    const other = await world.browse();
    await other.request.get(invoice.link);
    await other.request.post(`${invoice.page}/everything`, { form: {} });
  });
  secrets.set("everything’s link", everything.token).set("everything’s code", everything.code);
  await world.timePasses("91 days", readwell.tenantId);
  await stage("expired");

  for (const [what, secret] of secrets) {
    expect(secret.length, what).toBeGreaterThan(7);
    for (const [name, rows] of stages) {
      expect(rows.includes(secret), `${what} when ${name}`).toBe(false);
      expect(rows.includes(hex(secret)), `${what} in hex when ${name}`).toBe(false);
    }
  }
  expect(stages.get("sent"), "the dump does hold what is at rest").toContain(ellenPhone);
});
