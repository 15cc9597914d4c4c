/**
 * Every promise with its specs and its state: "kept" (all its specs passed, at least one of them), "broken" (one failed),
 * "unproved" (none passed, none failed) or "no spec".
 */
export function judge(promises, specs) {
  return promises.map((promise) => {
    const own = specs.filter((spec) => spec.promises.includes(promise.id));
    return { ...promise, specs: own, state: stateOf(own) };
  });
}

/** The rows that may not stay as they are: not kept, though their issue is resolved. */
export function overdue(rows, resolved) {
  return rows.filter((row) => resolved.includes(row.issue) && row.state !== "kept");
}

/** Names of promises in specs that no row has: a slip of the pen, which would leave its row without proof. */
export function strangers(promises, specs) {
  const known = new Set(promises.map((promise) => promise.id));
  return [...new Set(specs.flatMap((spec) => spec.promises))].filter((id) => !known.has(id));
}

/** A row as lines to read: the promise, then each of its specs. */
export function linesOf({ id, promise, state, specs, issue }) {
  const note = state === "no spec" ? `no spec (issue ${issue})` : state;
  return [
    `${signs[state]} ${id.padEnd(4)} ${promise} · ${note}`,
    ...specs.map((spec) => `       ${signs[spec.outcome]} ${spec.title}`),
  ];
}

const signs = {
  kept: "✓",
  passed: "✓",
  broken: "✗",
  failed: "✗",
  unproved: "?",
  skipped: "?",
  "no spec": "–",
};

function stateOf(specs) {
  const outcomes = specs.map((spec) => spec.outcome);
  if (outcomes.length === 0) return "no spec";
  if (outcomes.includes("failed")) return "broken";
  return outcomes.includes("passed") ? "kept" : "unproved";
}
