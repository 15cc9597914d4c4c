import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { refusals } from "@/lib/auth/refusals";
import { apiDocument } from "./openapi";

const api = fileURLToPath(new URL("../app/api/v1/", import.meta.url));

type Part = Record<string, unknown>;
type Operation = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Part }[];
  requestBody?: { content: Record<string, { schema: Part }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Part }> }>;
  security?: Part[];
};
type Document = {
  openapi: string;
  info: Part;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Part>; securitySchemes: Record<string, Part> };
};

/** As it is served. */
const document = JSON.parse(JSON.stringify(apiDocument())) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** What the document leaves out on purpose: a stream is no request and answer, and the document is itself. */
const leftOut = ["/api/v1/events", "/api/v1/openapi.json"];

function routesInCode(): string[] {
  return readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const path = `/api/v1/${file
        .replace(/\/route\.ts$/, "")
        .replaceAll("[", "{")
        .replaceAll("]", "}")}`;
      const methods = [
        ...readFileSync(`${api}${file}`, "utf8").matchAll(
          /^export (?:const|(?:async )?function) ([A-Z]+)\b/gm,
        ),
      ];
      return leftOut.includes(path) ? [] : methods.map(([, method]) => `${method} ${path}`);
    });
}

/** Every `$ref` in the document, wherever it stands. */
function refsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(refsIn);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === "$ref" && typeof value === "string" ? [value] : refsIn(value),
  );
}

describe("the API's document", () => {
  test("[A8] [A9] names every route of the API with its methods, and no other", () => {
    const told = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(told.sort()).toEqual(routesInCode().sort());
  });

  test("is OpenAPI 3.1: what must stand in it stands in it, and everything that it refers to is there", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.servers.map(({ url }) => new URL(url).origin)).toEqual(["http://localhost:3999"]);
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
      expect(document.components.schemas, ref).toHaveProperty(String(name));
    }
  });

  test("each operation has an id of its own, an answer, and a name for each part of its address", () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, operationId, parameters = [], responses } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = parameters.filter((each) => each.in === "path");
      expect(named.map(({ name }) => name).sort(), operationId).toEqual(inPath.sort());
      expect(
        named.every(({ required, schema }) => required && schema),
        operationId,
      ).toBe(true);
      expect(
        Object.keys(responses).filter((status) => /^2\d\d$/.test(status)),
        operationId,
      ).toHaveLength(1);
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect(description, `${operationId} ${status}`).not.toBe("");
        expect(Object.keys(content ?? {}), `${operationId} ${status}`).toEqual([
          Number(status) < 300 ? "application/json" : "application/problem+json",
        ]);
      }
    }
  });

  test("each refusal stands under the status that it is answered with, by its own type", () => {
    for (const { operationId, responses } of operations) {
      for (const [status, { description }] of Object.entries(responses)) {
        for (const [, reason = ""] of description.matchAll(/\/problems\/([\w-]+)/g)) {
          expect(refusals[reason as keyof typeof refusals]?.status, `${operationId} ${reason}`).toBe(
            Number(status),
          );
        }
      }
    }
  });

  test("[A8] each POST may be refused for its body, for its Idempotency-Key, and as another site's", () => {
    const ofEveryPost = ["invalid", "too-long", "cross-site", "key-reused", "busy", "unavailable"];
    for (const { method, operationId, responses } of operations) {
      const told = Object.values(responses).map(({ description }) => description);
      const named = told.join("\n").matchAll(/\/problems\/([\w-]+)/g);
      const reasons = Array.from(named, ([, reason]) => reason);
      if (method === "post") expect(reasons, operationId).toEqual(expect.arrayContaining(ofEveryPost));
    }
  });

  test("[A7] a job's operations need no session and may be told to wait; an office's need one", () => {
    for (const { path, operationId, security, responses } of operations) {
      const isJob = path.startsWith("/api/v1/jobs/");
      expect(security === undefined, operationId).toBe(isJob);
      expect("429" in responses, operationId).toBe(isJob);
      expect("401" in responses, operationId).toBe(!isJob);
    }
    expect(document.components.securitySchemes.session).toMatchObject({ in: "cookie", name: "sid" });
  });

  test("[A8] the invoice is sent as multipart, with its file and its amount in whole cents", () => {
    const body = document.paths["/api/v1/jobs/{token}/invoices"]?.post?.requestBody;
    expect(Object.keys(body?.content ?? {})).toEqual(["multipart/form-data"]);
    expect(body?.content["multipart/form-data"]?.schema).toMatchObject({
      required: expect.arrayContaining(["file", "amountCents"]),
    });
  });

  test("[A8] every POST takes an Idempotency-Key, and nothing else does", () => {
    for (const { method, operationId, parameters = [] } of operations) {
      const takes = parameters.some((each) => each.in === "header" && each.name === "Idempotency-Key");
      expect(takes, operationId).toBe(method === "post");
    }
  });
});
