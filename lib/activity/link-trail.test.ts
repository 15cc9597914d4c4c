import { expect, test } from "vitest";
import { type Link, linkRow } from "./link-trail";

const austin = { now: new Date("2026-04-24T19:31:00Z"), zone: "America/Chicago", locale: "en-US" };
const issuedAt = new Date("2026-04-24T18:05:00Z");

const invoice: Link = {
  ...{
    tenantId: "",
    id: "",
    purpose: "invoice",
    class: "standing",
    channel: "email",
    address: "ellen@marsh.example",
  },
  ...{ contactId: "", memberId: null, workOrderId: null, documentId: "", sentWith: null },
  ...{ issuedAt, expiresAt: new Date("2026-07-24T18:05:00Z"), sentAt: issuedAt },
  ...{ deliveredAt: null, bouncedAt: null, bounceReason: null, machineLookedAt: null, machineLooks: 0 },
  ...{ openedAt: null, spentAt: null, discardedAt: null, retiredAt: null, retiredReason: null },
  ...{ askedBy: null, askedFrom: null, codeTries: 0, spentBy: null, closedAt: null, closedAs: null },
};

const used = (more: Partial<Link>) => linkRow({ ...invoice, ...more }, austin).marks.used;

test("[X2] a link’s line is told in the clock of its business", () => {
  const { issued, sent } = linkRow(invoice, austin).marks;
  expect([issued.words, sent.words]).toEqual(["1:05 PM", "1:05 PM"]);
  expect(used({ openedAt: new Date("2026-04-23T18:05:00Z") }).words).toBe("Opened Thu 1:05 PM");
});

test("[X2] a link whose document is settled says so, unless it was spent or ended before", () => {
  const closedAt = issuedAt;
  expect(used({ closedAt }).words).toBe("Settled");
  expect(used({ closedAt, openedAt: issuedAt }).words).toBe("Settled");
  expect(used({ closedAt, spentAt: issuedAt }).words).toBe("1:05 PM");
  expect(used({ closedAt, retiredAt: issuedAt }).words).toBe("Ended");
  expect(used({}).words).toBe("Not used");
});

test("[X2] the line of the link that an invoice was paid by ends with that", () => {
  expect(used({ openedAt: issuedAt, closedAt: issuedAt, paidAt: issuedAt })).toEqual({
    is: "done",
    words: "Paid 1:05 PM",
  });
});
