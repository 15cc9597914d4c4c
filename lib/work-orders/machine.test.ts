import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workOrderStatuses } from "@/db/schema/work-orders";
import {
  type Action,
  allowedActions,
  contractorActions,
  isRepeat,
  machine,
  next,
  takesFiles,
} from "./machine";

/** The table of the domain page, written out by hand: what the code must agree with. */
const table = `
DRAFT      -        -        -         -       -         -         ASSIGNED  CANCELLED
ASSIGNED   ACCEPTED DECLINED SCHEDULED -       -         ASSIGNED  ASSIGNED  CANCELLED
ACCEPTED   -        DECLINED SCHEDULED ON_SITE -         ACCEPTED  ASSIGNED  CANCELLED
SCHEDULED  -        DECLINED SCHEDULED ON_SITE -         SCHEDULED ASSIGNED  CANCELLED
ON_SITE    -        -        -         -       COMPLETED ON_SITE   -         CANCELLED
COMPLETED  -        -        -         -       -         COMPLETED ASSIGNED  -
DECLINED   -        -        -         -       -         -         ASSIGNED  -
CANCELLED  -        -        -         -       -         -         ASSIGNED  -`;
const actions: Action[] = [
  "ACCEPT",
  "DECLINE",
  "SCHEDULE",
  "ON_SITE",
  "COMPLETE",
  "QUESTION",
  "DISPATCH",
  "CANCEL",
];

describe("the machine of work orders", () => {
  test("[A3] allows exactly the moves of the table", () => {
    for (const line of table.trim().split("\n")) {
      const [from, ...to] = line.split(/\s+/);
      const status = workOrderStatuses.find((each) => each === from);
      if (!status) throw new Error(`${from} is no status`);
      expect(actions.map((action) => next(status, action) ?? "-")).toEqual(to);
    }
    expect(Object.keys(machine)).toEqual([...workOrderStatuses]);
  });

  test("[A6] a contractor's moves never lead out of COMPLETED, DECLINED or CANCELLED, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("COMPLETED", "DECLINED", "CANCELLED"),
        fc.array(fc.constantFrom(...contractorActions)),
        (from, taps) => {
          const end = taps.reduce(
            (status, action) => next(status, action) ?? status,
            from as (typeof workOrderStatuses)[number],
          );
          return end === from;
        },
      ),
    );
  });

  test("a move is a repeat exactly where it led", () => {
    expect(isRepeat("ACCEPTED", "ACCEPT")).toBe(true);
    expect(isRepeat("SCHEDULED", "ACCEPT")).toBe(false);
    expect(isRepeat("COMPLETED", "COMPLETE")).toBe(true);
    expect(isRepeat("ASSIGNED", "QUESTION")).toBe(false);
  });

  test("the buttons are the table's own moves, and an invoice is taken from ON_SITE on", () => {
    expect(allowedActions("ASSIGNED")).toEqual(["ACCEPT", "DECLINE", "SCHEDULE", "QUESTION"]);
    expect(allowedActions("CANCELLED")).toEqual([]);
    expect(workOrderStatuses.filter(takesFiles)).toEqual(["ON_SITE", "COMPLETED"]);
  });
});
