import { describe, expect, test } from "vitest";
import { documentMessage } from "@/lib/delivery/messages/document";
import type { DocumentFacts } from "@/lib/delivery/messages/facts";
import { documentSms } from "@/lib/delivery/messages/sms";
import { dueWords, isDueWords } from "./due";
import type { Invoice, Line } from "./read";
import { saysOf } from "./says";

const austin = { zone: "America/Chicago", locale: "en-US", now: new Date("2026-04-24T14:00:00Z") };

const line = (words: string, unitCents: number, quantityMilli = 1000, unit = ""): Line => ({
  ...{ tenantId: "", id: words, documentId: "", place: 0, words, note: "", quantityMilli, unit, unitCents },
  ...{ taxName: "Sales tax", taxMilliPercent: 8250 },
});

/** BW-3071: the April of a pool. */
function april(
  invoice: Partial<Invoice["invoice"]> = {},
  document: Partial<Invoice["document"]> = {},
): Invoice {
  const sent = { title: "April invoice", dueOn: "2026-05-08", sentAt: austin.now, closedAs: null };
  const money = {
    totalCents: 39_944,
    paidCents: 0,
    pendingCents: 0,
    waivedCents: 0,
    depositCents: null,
    disputedAt: null,
  };
  return {
    document: { id: "1", body: "", ...sent, ...document } as Invoice["document"],
    invoice: { currency: "USD", number: "BW-3071", ...money, ...invoice } as Invoice["invoice"],
    lines: [
      line("Weekly service, April", 5500, 4000, "visits"),
      line("Filter cartridge clean", 8500),
      line("Chlorine tablets, 25 lb", 6400),
    ],
    payments: [],
    ledger: [],
    refunds: [],
    files: [],
  };
}

const names = ["Ellen Marsh", "Bluewater Pools"];
const facts = (read: Invoice, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  ...{ origin: "https://latchkey.example", kind: "invoice", occasion: "sent", title: read.document.title },
  agency: {
    ...{ name: "Bluewater Pools", logo: "wave", brandColour: "#0A5A8C", phone: "(512) 555-0148" },
    email: "office@bluewater.example",
  },
  person: "Ellen Marsh",
  url: `https://latchkey.example/l/v${"7".repeat(63)}`,
  until: "July 23",
  says: saysOf(read, austin, names),
  hasFile: false,
  standing: true,
  ...more,
});

describe("[C9] the letter of an invoice", () => {
  test("says how much, by when and what for, and leads straight to paying it", async () => {
    const { subject, text, html } = await documentMessage(facts(april()));
    expect(subject).toBe("Your April invoice is $399.44");
    expect(text).toBe(
      [
        "Your April invoice is $399.44.",
        "Due Friday, May 8. Thanks for having us, Ellen.",
        "Weekly service, April: $220.00\nFilter cartridge clean: $85.00\nChlorine tablets, 25 lb: $64.00\nSales tax, 8.25%: $30.44",
        `View and pay $399.44:\nhttps://latchkey.example/l/v${"7".repeat(63)}`,
        "Opens straight to your invoice, with nothing to sign in to. Works until it’s paid, or until July 23.\nQuestions? Reply to this email or call (512) 555-0148.",
        "For Ellen Marsh. This link opens as you, so please don’t forward it.",
        "Sent with Latchkey",
      ].join("\n\n"),
    );
    for (const words of ["$220.00", "Sales tax, 8.25%", "View and pay $399.44"])
      expect(html).toContain(words);
  });

  test("names what a title does not say, and of many lines the first ones and how many more", async () => {
    const read = april({}, { title: "Kitchen and rear addition" });
    const many = { ...read, lines: Array.from({ length: 16 }, (_, n) => line(`Line ${n + 1}`, 100)) };
    const { subject, text } = await documentMessage(facts(many));
    expect(subject).toBe("Your invoice is $399.44: Kitchen and rear addition");
    expect(text).toContain("Kitchen and rear addition. Due Friday, May 8.");
    expect(text).toContain("Line 11: $1.00\nand 5 more\nSales tax, 8.25%: $1.32\nTotal: $17.32");
  });

  test("of a deposit asks for that, and of what is part paid for the rest", async () => {
    const deposit = facts(april({ depositCents: 10_000, depositDueOn: "2026-05-01" }));
    expect((await documentMessage(deposit)).text).toContain(
      "Your April invoice asks for a deposit of $100.00.\n\nDeposit due Friday, May 1, then $299.44 by Friday, May 8.",
    );
    const rest = await documentMessage(facts(april({ paidCents: 10_000 })));
    expect(rest.subject).toBe("Your April invoice has $299.44 left to pay");
    expect(rest.text).toContain("Total: $399.44\nPaid: $100.00");
  });

  test("as an SMS costs one text, of a business and an address as long as these", () => {
    const sms = documentSms(facts(april()));
    expect(sms).toMatch(/^Bluewater Pools: your April invoice is \$399\.44, due Friday, May 8:\n/);
    expect(sms.replace(/https:.*$/, "").length + 91).toBeLessThanOrEqual(160);
  });

  test("as a reminder says the amount first, and when it is due as one would say it", async () => {
    const reminderAt = async (now: string) => {
      const says = saysOf(april(), { ...austin, now: new Date(now) }, names);
      return (await documentMessage(facts(april(), { occasion: "reminder", says }))).subject;
    };
    expect(await reminderAt("2026-05-04T14:00:00Z")).toBe("Reminder: $399.44 is due Friday");
    expect(await reminderAt("2026-05-07T14:00:00Z")).toBe("Reminder: $399.44 is due tomorrow");
    expect(await reminderAt("2026-05-08T14:00:00Z")).toBe("Reminder: $399.44 is due today");
    expect(await reminderAt("2026-04-28T14:00:00Z")).toBe("Reminder: $399.44 is due on Friday, May 8");
    expect(await reminderAt("2026-05-11T14:00:00Z")).toBe("Reminder: $399.44 was due on Friday, May 8");
  });

  test("of a payment that failed says why, and how to pay again", async () => {
    const failed = { became: "didn’t go through", words: "The bank refused it. Nothing was taken." };
    const says = { ...saysOf(april(), austin, names), ...failed };
    const { subject, text } = await documentMessage(facts(april(), { occasion: "payment-failed", says }));
    expect(subject).toBe("Your payment for the April invoice didn’t go through");
    expect(text).toContain("The bank refused it. Nothing was taken. You can pay the $399.44 there.");
  });

  test("asks for nothing that is on its way", () => {
    expect(saysOf(april({ pendingCents: 39_944 }), austin, names)).toEqual({});
  });
});

test("an invoice that is late says so in its business’s own zone, from the day after", () => {
  const at = (now: string) => dueWords(april(), { ...austin, now: new Date(now) });
  expect(at("2026-05-09T04:59:00Z")).toEqual({ words: "Due Friday, May 8", isOver: false });
  expect(at("2026-05-09T05:00:00Z")).toEqual({ words: "Was due Friday, May 8", isOver: true });
  expect(dueWords(april({}, { closedAs: "paid" }), austin)).toBeNull();
  expect(isDueWords(april({}, { dueOn: null }), austin)).toBe("is waiting to be paid");
});
