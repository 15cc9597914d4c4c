import { expect, test } from "vitest";
import type { PaymentView } from "@/lib/invoices/views";
import { paidWords } from "./paid-words";

const paid: PaymentView = {
  ...{ id: "1", state: "received", amount: "$399.44", method: "card", label: "Visa ending 4242" },
  ...{ payer: "Ellen Marsh", when: "Fri, Apr 24, 9:12 AM", receipt: "BW-3071-R1", failure: null },
  ...{ refunded: null, goesBack: null, cameLate: false, isByHand: false },
};
const saysOf = (more: Partial<PaymentView>) => paidWords("void", { ...paid, ...more }, "Bluewater").words;

test("of an invoice that was cancelled after its money came it is said that it went back, and where to", () => {
  expect(saysOf({ refunded: "$399.44" })).toBe(
    "Bluewater cancelled it. Your $399.44 went back to Visa ending 4242.",
  );
  expect(saysOf({ refunded: "$300.00", goesBack: "$99.44" })).toBe(
    "Bluewater cancelled it. Your $300.00 went back to Visa ending 4242. Your $99.44 goes back to Visa ending 4242.",
  );
  expect(saysOf({ refunded: "$399.44", isByHand: true, label: "Cash" })).toBe(
    "Bluewater cancelled it. Your $399.44 went back to you.",
  );
  expect(saysOf({})).toBe("Bluewater cancelled it.");
});

test("money that came after the invoice was cancelled is told so, also while it has not gone back yet", () => {
  const late = { cameLate: true };
  expect(saysOf({ ...late, goesBack: "$399.44" })).toBe(
    "Bluewater took it back before your $399.44 came. $399.44 goes back to Visa ending 4242.",
  );
  expect(saysOf({ ...late, refunded: "$399.44" })).toBe(
    "Bluewater took it back before your $399.44 came. $399.44 went back to Visa ending 4242.",
  );
});

test("a receipt thanks for the payment, and says that all is paid where it is", () => {
  expect(paidWords("paid", paid, "Bluewater")).toEqual({
    ...{ heading: "Paid, thank you", words: "$399.44 to Bluewater" },
  });
  expect(paidWords("part-paid", paid, "Bluewater").heading).toBe("Thank you for this payment");
});
