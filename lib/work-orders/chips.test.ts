import { expect, test } from "vitest";
import { linkSentChip, type Milestones, statusChip } from "./chips";

const sydney = "Australia/Sydney";
const at = (clock: string) => new Date(`2026-04-24T${clock}:00+10:00`);

const order: Milestones = {
  status: "DRAFT",
  acceptedAt: at("14:31"),
  scheduledFor: at("10:00"),
  onSiteAt: at("09:58"),
  completedAt: at("11:42"),
};

test.each([
  ["DRAFT", "Draft"],
  ["ASSIGNED", "Assigned"],
  ["ACCEPTED", "Accepted 14:31"],
  ["SCHEDULED", "Scheduled Fri 10:00"],
  ["ON_SITE", "On site since 09:58"],
  ["COMPLETED", "Completed 11:42"],
  ["DECLINED", "Declined"],
  ["CANCELLED", "Cancelled"],
] as const)("[A4] the chip of %s is “%s”, in the property's own time", (status, words) => {
  expect(statusChip({ ...order, status }, sydney).text).toBe(words);
});

test("[A4] the chip of a dispatch says for how many days its link is valid", () => {
  expect(linkSentChip(14).text).toBe("Magic link sent (14d valid)");
  expect(linkSentChip(3).text).toBe("Magic link sent (3d valid)");
});
