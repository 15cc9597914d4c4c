import { describe, expect, it } from "vitest";
import { judge, overdue, strangers } from "./promise-table.mjs";
import { count, e2eSpecs, specsOf, unitSpecs } from "./results.mjs";

const unitReport = {
  testResults: [
    {
      name: "lib/links/token.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "a token [B16] is random", status: "passed" },
        { fullName: "a mutant [B16, X4] is refused", status: "failed" },
        { fullName: "Upstash [A7] counts", status: "pending" },
      ],
    },
    { name: "lib/broken.test.ts", status: "failed", assertionResults: [] },
  ],
};

const e2eReport = {
  errors: [],
  suites: [
    {
      suites: [
        {
          specs: [
            {
              title: "a job",
              tags: ["A5", "slow"],
              tests: [
                { status: "expected", projectName: "phone" },
                { status: "flaky", projectName: "desk" },
              ],
            },
          ],
        },
      ],
    },
  ],
};

describe("the count", () => {
  it("has every unit test, and one failure for a file that could not be loaded", () => {
    expect(count(unitSpecs(unitReport))).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });

  it("has every end-to-end test of every browser, and takes a flaky one for failed", () => {
    expect(count(e2eSpecs(e2eReport))).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("has a failure when a runner left no report", () => {
    const specs = specsOf({ file: "/nowhere/report.json", read: unitSpecs, code: 0, title: "Unit" });
    expect(count(specs)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("a promise", () => {
  const promises = ["B16", "X4", "A7", "A5", "D1"].map((id) => ({
    id,
    issue: id === "A5" ? 2 : 1,
    promise: id,
  }));
  const rows = judge(promises, [...unitSpecs(unitReport), ...e2eSpecs(e2eReport)]);

  it("is kept, broken, unproved or without a spec by what its own specs showed", () => {
    const states = Object.fromEntries(rows.map((row) => [row.id, row.state]));
    expect(states).toEqual({ B16: "broken", X4: "broken", A7: "unproved", A5: "broken", D1: "no spec" });
  });

  it("is overdue only when its issue is resolved", () => {
    expect(overdue(rows, [2]).map((row) => row.id)).toEqual(["A5"]);
    expect(overdue(rows, [])).toEqual([]);
  });

  it("that no row has is named", () => {
    expect(strangers(promises.slice(1), unitSpecs(unitReport))).toEqual(["B16"]);
  });
});
