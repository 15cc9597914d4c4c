import { expect, test } from "vitest";
import { faultAs } from "./fault";

const gone = () => Promise.reject(new Error("The connection to the database was lost."));

test("[A8] a door that meets a fault of ours says when to try again, as a page or as a problem, and names no cause", async () => {
  for (const [kind, type] of [
    ["page", "text/html; charset=utf-8"],
    ["problem", "application/problem+json; charset=utf-8"],
  ] as const) {
    const answer = await faultAs(kind, gone)();
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("content-type")]).toEqual([
      503,
      "10",
      type,
    ]);
    expect(await answer.text()).not.toContain("database");
  }
});

test("a door that works answers as it would alone", async () => {
  const answer = await faultAs("page", async (name: string) => new Response(name))("Priya");
  expect([answer.status, await answer.text()]).toEqual([200, "Priya"]);
});
