import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell, type Readwell } from "@/e2e/support/clients";
import { closeAsPaid, makePayment } from "@/e2e/support/payments";
import { pagesOf, sizesOf } from "@/e2e/support/read-pdf";
import { makeOwed, type Owed } from "@/e2e/support/receivables";
import { samOf } from "@/e2e/support/scopes";
import type { StaffScope } from "@/lib/auth/scope";
import type { Outcome } from "@/lib/outcome";
import { drawInvoice, drawReceipt, drawStatement, type Pdf } from "./paper";

eachAtReadwell();

const invoice = (of = {}) => makeDocument(database.owner, readwell, "invoice", of);
/** The same as one line’s, with the money that is told of. */
async function owed(of: Owed): Promise<string> {
  const id = await makeOwed(database.owner, readwell, of);
  await database.owner`
    insert into invoice_lines (tenant_id, document_id, place, words, unit_cents)
    values (${readwell.tenantId}, ${id}, 0, 'Weekly service', ${of.totalCents})`;
  return id;
}
const opened = (drawn: Outcome<Pdf>) => {
  if (!drawn.ok) throw new Error(drawn.reason);
  return { ...drawn.value, pages: pagesOf(drawn.value.content) };
};
/** All that is read of a paper, in one line. */
const wordsOf = (drawn: Outcome<Pdf>) => opened(drawn).pages.join(" ").replace(/\s+/g, " ");

/** Readwell in Australia, where it charges GST. */
async function inSydney() {
  const { tenantId } = readwell;
  await database.owner`update tenants set locale = 'en-AU', currency = 'AUD', time_zone = 'Australia/Sydney' where id = ${tenantId}`;
}

describe("an invoice on paper", () => {
  test("says whose it is, for whom, what for, what it comes to, by when, and how it is paid", async () => {
    const id = await invoice();
    await database.owner`update tenants set address = '12 Forge Rd, Austin' where id = ${readwell.tenantId}`;
    await database.owner`update documents set due_on = '2030-05-08' where id = ${id}`;
    await database.owner`update projects set place = '118 Quarry Bend, Austin' where id = ${readwell.kitchen}`;
    const drawn = await drawInvoice(sam, id);
    expect(opened(drawn)).toMatchObject({ name: "Invoice INV-1001.pdf", contentType: "application/pdf" });
    for (const said of [
      "Readwell Builders 12 Forge Rd, Austin (512) 555-0110, office@readwell.example",
      "Amount due $399.44 by May 8, 2030",
      "Number INV-1001",
      "For Ellen Marsh 118 Quarry Bend, Austin",
      "Weekly service, April 4 visits $55.00 $220.00",
      "Filter cartridge clean Apr 16 1 $85.00 $85.00",
      "Subtotal $369.00 Sales tax, 8.25% $30.44 Total $399.44 Left to pay $399.44",
      "/client-login",
      "never sends bank details",
    ])
      expect(wordsOf(drawn)).toContain(said);
    const raw = opened(drawn).content.toString("latin1");
    for (const mark of ["/Marked true", "/S /Table", "/S /TH", "/S /H1", "/Lang (en-US)"])
      expect(raw).toContain(mark);
  });

  test("names no account of the business, whatever account it has", async () => {
    const id = await invoice();
    await database.owner`
      insert into bank_details (tenant_id, account_name, bank_name, routing, account_number, state, proposed_by, in_force_since)
      values (${readwell.tenantId}, 'Readwell Builders LLC', 'First Bank', '021000021', '000123456789', 'in-force', ${readwell.sam}, now())`;
    for (const paper of [await drawInvoice(sam, id), await drawStatement(sam, readwell.ellen, {})])
      expect(wordsOf(paper).replace(/\D/g, "")).not.toMatch(/021000021|123456789/);
  });

  test("tells what was paid, what went back, and what is left", async () => {
    const id = await owed({
      totalCents: 50_000,
      dueOn: "2030-05-08",
      deposit: { cents: 20_000, dueOn: "2030-04-28" },
      paid: [
        {
          cents: 30_000,
          at: new Date("2026-04-02T03:00:00Z"),
          back: { cents: 12_000, at: new Date("2026-04-05T18:00:00Z"), as: "refund" },
        },
        { cents: 1000, at: new Date("2026-04-10T18:00:00Z"), paidOn: "2026-04-07" },
      ],
      pendingCents: 500,
    });
    const words = wordsOf(await drawInvoice(sam, id));
    expect(words).toContain("Deposit due $5.00 by April 28, 2030");
    expect(words).toContain(
      "Paid $310.00 Given back $120.00 On its way from your bank $5.00 Left to pay $305.00",
    );
    expect(words).toContain(
      "April 1, 2026 Payment, Visa ending 4242 $300.00 April 5, 2026 Given back, Visa ending 4242 −$120.00 April 7, 2026 Payment, Bank transfer $10.00",
    );
  });

  test("names the number of the business as its country calls it, and so do its receipt and its statement", async () => {
    await inSydney();
    await database.owner`update tenants set business_number = '51 824 753 556' where id = ${readwell.tenantId}`;
    const id = await owed({
      totalCents: 5000,
      paid: [{ cents: 1000, at: new Date("2026-04-02T03:00:00Z") }],
    });
    const [payment] = await database.owner<
      { id: string }[]
    >`select id from payments where document_id = ${id}`;
    const receipt = await drawReceipt(sam, { id, paymentId: payment?.id ?? "" });
    for (const paper of [await drawInvoice(sam, id), receipt, await drawStatement(sam, readwell.ellen, {})])
      expect(wordsOf(paper)).toContain("Readwell Builders ABN 51 824 753 556 ");
  });

  test("is called a tax invoice where GST is charged in Australia, on its paper", async () => {
    await inSydney();
    const id = await invoice();
    const named = async () => {
      const { pages, content } = opened(await drawInvoice(sam, id));
      return { title: pages[0]?.match(/^(Tax invoice|Invoice)$/m)?.[0], size: sizesOf(content)[0] };
    };
    expect(await named()).toEqual({ title: "Invoice", size: "595.28 841.89" });
    await database.owner`update invoice_lines set tax_name = 'GST', tax_milli_percent = 10000 where document_id = ${id}`;
    expect(await named()).toEqual({ title: "Tax invoice", size: "595.28 841.89" });
    await database.owner`update invoice_lines set tax_milli_percent = 0 where document_id = ${id} and place = 1`;
    const mixed = wordsOf(await drawInvoice(sam, id));
    expect(mixed).toContain("Quantity Price Tax Amount");
    expect(mixed).toContain("$85.00 None $85.00");
  });

  test("says of a draft that it is one, of a paid one that it is paid, of a void one that it no longer applies and why", async () => {
    const [draft, paid, gone] = [await invoice({ draft: true }), await invoice(), await invoice()];
    await makePayment(database.owner, paid);
    await closeAsPaid(database.owner, paid);
    await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${gone}`;
    await database.owner`update invoices set void_reason = 'Written twice.' where document_id = ${gone}`;
    expect(opened(await drawInvoice(sam, draft)).name).toBe("Draft invoice, Kitchen and rear addition.pdf");
    expect(wordsOf(await drawInvoice(sam, draft))).toContain(
      "Draft. It was sent to nobody yet, and has no number.",
    );
    expect(wordsOf(await drawInvoice(sam, paid))).toContain("Paid. Nothing has been left to pay since");
    expect(wordsOf(await drawInvoice(sam, gone))).toContain("Void. It no longer applies. Written twice.");
    for (const id of [draft, paid, gone])
      expect(wordsOf(await drawInvoice(sam, id))).not.toContain("How to pay");
  });

  test("of two hundred lines goes on from page to page, with its head on each and no line lost", {
    timeout: 30_000,
  }, async () => {
    const id = await invoice({ draft: true });
    await database.owner`
      insert into invoice_lines (tenant_id, document_id, place, words, quantity_milli, unit, unit_cents)
      select ${readwell.tenantId}, ${id}, n, 'Work number ' || n || '.', 1500, 'hours', n from generate_series(4, 200) n`;
    const { pages } = opened(await drawInvoice(sam, id));
    expect(pages.length).toBeGreaterThan(5);
    const numbers = [...pages.join("\n").matchAll(/Work number (\d+)\./g)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(Array.from({ length: 197 }, (_, at) => at + 4));
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      if (page.includes("Work number")) expect(page).toMatch(/What\s*Quantity\s*Price/);
    }
  });
});

describe("a receipt", () => {
  test("says what was paid, with what, when and for which invoice, what went back of it, and what is left", async () => {
    const id = await owed({
      totalCents: 50_000,
      paid: [
        {
          cents: 30_000,
          at: new Date("2026-04-02T03:00:00Z"),
          back: { cents: 12_000, at: new Date("2026-04-05T18:00:00Z"), as: "refund" },
        },
      ],
    });
    const [payment] = await database.owner<
      { id: string }[]
    >`select id from payments where document_id = ${id}`;
    const drawn = await drawReceipt(sam, { id, paymentId: payment?.id ?? "" });
    expect(opened(drawn).name).toBe("Receipt BW-1001-R1.pdf");
    for (const said of [
      "Paid to Readwell Builders $300.00 April 1, 2026",
      "Receipt BW-1001-R1 From Ellen Marsh Paid with Visa ending 4242",
      "Invoice BW-1001 Weekly service",
      "What became of it April 5, 2026 Given back, Visa ending 4242 −$120.00",
      "Total of BW-1001 $500.00 Paid, all payments $300.00 Given back $120.00 Left to pay $320.00",
    ])
      expect(wordsOf(drawn)).toContain(said);
  });

  test("is not there of money that never came, of another invoice, or of another business; of money that went again it says so", async () => {
    const id = await invoice();
    const other = await invoice();
    const [pending, came] = [
      await makePayment(database.owner, id, { state: "pending", amountCents: 1000 }),
      await makePayment(database.owner, id, { amountCents: 1000 }),
    ];
    const elsewhere = samOf(await makeReadwell(database.owner));
    expect(await drawReceipt(sam, { id, paymentId: pending })).toMatchObject({ reason: "not-found" });
    expect(await drawReceipt(sam, { id: other, paymentId: came })).toMatchObject({ reason: "not-found" });
    expect(await drawReceipt(elsewhere, { id, paymentId: came })).toMatchObject({ reason: "not-found" });
    expect(await drawInvoice(elsewhere, id)).toMatchObject({ reason: "not-found" });
    expect(await drawInvoice(sam, "no-id")).toMatchObject({ reason: "not-found" });
    await database.owner`update payments set state = 'failed' where id = ${came}`;
    expect(wordsOf(await drawReceipt(sam, { id, paymentId: came }))).toContain("Taken back.");
  });
});

describe("a statement on paper", () => {
  const paid = (owner: Readwell, scope: StaffScope, period = {}) => drawStatement(scope, owner.ellen, period);

  test("has every invoice and all money by day with what is owed after each, and what is open by age", async () => {
    const make = (of: Parameters<typeof makeOwed>[2]) => makeOwed(database.owner, readwell, of);
    await make({ totalCents: 10_000, issuedOn: "2025-12-01", dueOn: "2025-12-15" });
    await make({
      totalCents: 40_000,
      issuedOn: "2026-02-02",
      dueOn: "2026-02-16",
      paid: [{ cents: 15_000, at: new Date("2026-02-10T18:00:00Z") }],
    });
    const drawn = await paid(readwell, sam, { from: "2026-01-01", until: "2026-03-01" });
    expect(opened(drawn).name).toBe("Statement, Ellen Marsh, 2026-01-01 to 2026-03-01.pdf");
    for (const said of [
      "Owed $350.00 on March 1, 2026",
      "January 1, 2026 Owed before $100.00",
      "February 2, 2026 Invoice BW-1002 Weekly service $400.00 $500.00",
      "February 10, 2026 Payment, Visa ending 4242 Receipt BW-1002-R1 −$150.00 $350.00",
      "March 1, 2026 Owed $350.00",
      "1 to 30 days late $250.00",
      "61 to 90 days late $100.00",
    ])
      expect(wordsOf(drawn)).toContain(said);
  });

  test("goes on over many pages", { timeout: 30_000 }, async () => {
    for (let at = 0; at < 90; at++)
      await makeOwed(database.owner, readwell, {
        totalCents: 100,
        issuedOn: "2026-02-02",
        title: `Visit ${at}.`,
      });
    const { pages } = opened(await paid(readwell, sam, { from: "2026-01-01", until: "2026-03-01" }));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.join("\n").match(/Visit \d+\./g)).toHaveLength(90);
    expect(pages.join("\n")).toContain("$90.00");
  });
});
