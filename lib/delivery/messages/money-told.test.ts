import { expect, test } from "vitest";
import type { MoneyToldFacts } from "./facts";
import { moneyToldMessage } from "./money-told";
import { moneyToldSms } from "./sms";

const receipt: MoneyToldFacts = {
  origin: "https://latchkey.example",
  agency: { name: "Bluewater Pools", logo: "wave", brandColour: "#0A5A8C", phone: "(512) 555-0148" },
  person: "Ellen Marsh",
  heading: "Paid, thank you: $399.44",
  words: "Invoice BW-3071 is paid. There’s nothing more to pay.",
  rows: [
    { label: "Amount", value: "$399.44" },
    { label: "Paid with", value: "Visa ending 4242" },
    { label: "Receipt", value: "BW-3071-R1" },
  ],
  hasFile: true,
};

test("[C9] a receipt says how much, by what and under which number, and leads nowhere", async () => {
  const { subject, text, html } = await moneyToldMessage(receipt);
  expect(subject).toBe("Paid, thank you: $399.44");
  expect(text).toContain("Amount: $399.44\nPaid with: Visa ending 4242\nReceipt: BW-3071-R1");
  expect(text).toContain("The receipt is attached as a PDF.");
  for (const written of [text, html]) expect(written).not.toMatch(/\/l\/|href="https/);
});

test("as an SMS it costs one text, and no apostrophe doubles that", () => {
  const sms = moneyToldSms(receipt);
  expect(sms).toBe(
    "Bluewater Pools: Paid, thank you: $399.44.\nAmount: $399.44\nPaid with: Visa ending 4242\nReceipt: BW-3071-R1",
  );
  expect(sms.length).toBeLessThanOrEqual(160);
});
