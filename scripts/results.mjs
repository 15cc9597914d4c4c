import { recall } from "./remember.mjs";

/** One passed, failed or skipped check, in the shape of a runner's specs. */
export const check = (title, passed) => [{ title, promises: [], outcome: passed ? "passed" : "failed" }];

/** Every unit and database test of a report by Vitest: its title, the promises that it names as `[A7]`, and its outcome. */
export function unitSpecs(report) {
  return report.testResults.flatMap((file) => {
    const specs = file.assertionResults.map((test) => ({
      title: test.fullName,
      promises: promisesIn(test.fullName),
      outcome: vitestOutcomes[test.status] ?? "skipped",
    }));
    // A file that could not be loaded has no tests to fail.
    const broken = file.status === "failed" && !specs.some((spec) => spec.outcome === "failed");
    return broken ? [...specs, ...check(file.name, false)] : specs;
  });
}

/** Every end-to-end test of a report by Playwright, with the promises that it is tagged with, as `@A5`. */
export function e2eSpecs(report) {
  const specs = report.suites.flatMap(suiteSpecs);
  return specs.length === 0 && report.errors.length > 0 ? check("end-to-end tests", false) : specs;
}

/** How many passed, failed and were skipped. */
export function count(specs) {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of specs) counted[outcome] += 1;
  return counted;
}

/** The specs of a report that a runner wrote, or one failure if it wrote none or failed beyond its tests. */
export function specsOf({ file, read, code, title }) {
  const report = recall(file);
  if (!report) return check(`${title}: no results`, false);
  const specs = read(report);
  const hidden = code !== 0 && !specs.some((spec) => spec.outcome === "failed");
  return hidden || specs.length === 0 ? [...specs, ...check(`${title}: the runner failed`, false)] : specs;
}

const vitestOutcomes = { passed: "passed", failed: "failed" };
const playwrightOutcomes = { expected: "passed", unexpected: "failed", flaky: "failed" };

/** The promises that a title names in brackets: `[A7]`, or `[A7, B14]`. */
function promisesIn(title) {
  const named = [...title.matchAll(/\[([A-DX]\d+(?:,\s*[A-DX]\d+)*)\]/g)];
  return named.flatMap((match) => match[1].split(/,\s*/));
}

function suiteSpecs(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      title: [spec.title, test.projectName].filter(Boolean).join(" · "),
      promises: spec.tags.map((tag) => tag.replace(/^@/, "")).filter((tag) => /^[A-DX]\d+$/.test(tag)),
      outcome: playwrightOutcomes[test.status] ?? "skipped",
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(suiteSpecs)];
}
