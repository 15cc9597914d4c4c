import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { makeFernleigh } from "@/e2e/support/world";
import { done, refuse } from "@/lib/outcome";
import type { Gate } from "./gates";
import { route } from "./route";
import { type Scope, systemScope } from "./scope";
import { download } from "./upload";

let database: TestDatabase;
let scope: Scope;
let worked = 0;

beforeAll(async () => {
  database = await freshDatabase();
  scope = systemScope((await makeFernleigh(database.owner)).tenantId);
});
afterAll(() => database.drop());

/** A door that lets everybody in, and counts what is done behind it. */
const gate: Gate = { enter: async () => done(scope), home: () => "/", holder: () => randomUUID() };
const POST = route({
  gate,
  sends: z.looseObject({}),
  work: async (_scope, sent) => {
    worked += 1;
    return done({ fields: Object.keys(sent).length });
  },
});

const address = "http://localhost/api";
const json = { "content-type": "application/json" };

const post = (body: BodyInit, headers: Record<string, string> = json) =>
  POST(new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit), {
    params: Promise.resolve({}),
  });

const typeOf = async (response: Response) => {
  const { type } = (await response.json()) as { type?: string };
  return [response.status, type];
};

describe("what is sent to the API", () => {
  test("[A8] is refused as invalid when it is nested deeper than anything that people write", async () => {
    for (const deep of [
      `${"[".repeat(49_000)}${"]".repeat(49_000)}`,
      `{"a":${'{"a":'.repeat(15_000)}1${"}".repeat(15_001)}`,
    ]) {
      expect(await typeOf(await post(deep))).toEqual([422, "/problems/invalid"]);
    }
    expect((await post('{"a":{"b":[1,{"c":"d"}]}}')).status).toBe(200);
  });

  test("[A8] is read no further than 100 KB, however it comes", async () => {
    const before = worked;
    const seen = { bytes: 0 };
    const chunk = new TextEncoder().encode(" ".repeat(64 * 1024));
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        seen.bytes += chunk.length;
        if (seen.bytes < 1024 ** 3) controller.enqueue(chunk);
        else controller.close();
      },
    });
    expect(await typeOf(await post(endless))).toEqual([422, "/problems/invalid"]);
    expect(seen.bytes).toBeLessThan(1024 * 1024);
    expect(await typeOf(await post(`{"a":"${"x".repeat(100_000)}"}`))).toEqual([422, "/problems/invalid"]);
    expect(worked).toBe(before);
    expect((await post(`{"a":"${"x".repeat(90_000)}"}`)).status).toBe(200);
  });
});

test("a file whose address has no parts is handed out like any other", async () => {
  const asked: unknown[] = [];
  const GET = download(gate, async (_scope, id, { params, query }) => {
    asked.push(id, params, query);
    return refuse("not-found");
  });
  const response = await GET(new Request(`${address}?from=2025-01-01`), {
    params: Promise.resolve(undefined),
  });
  expect(response.status).toBe(404);
  expect(asked).toEqual(["", {}, { from: "2025-01-01" }]);
});
