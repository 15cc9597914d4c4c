import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createDocument } from "zod-openapi";
import { groupsOf, type Operation, refusalsOf } from "./operations";

const Problem = z.object({ type: z.string(), title: z.string(), status: z.int() }).meta({ id: "Problem" });
const refused = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

const document = createDocument({
  openapi: "3.1.1",
  info: { title: "Latchkey", version: "1" },
  servers: [{ url: "https://latchkey.example" }],
  tags: [{ name: "Jobs", description: "What a contractor sees." }],
  components: {
    securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-sid" } },
  },
  paths: {
    "/api/v1/jobs/{token}": {
      get: {
        tags: ["Jobs"],
        summary: "The job",
        requestParams: { path: z.object({ token: z.string().describe("The link’s own 64 characters.") }) },
        responses: {
          "200": {
            description: "The job as the contractor may see it.",
            content: {
              "application/json": {
                schema: z.object({
                  number: z.int(),
                  scheduledFor: z.iso.datetime({ offset: true }).nullable(),
                  occupant: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
                  photos: z.array(z.object({ id: z.uuid() })),
                }),
              },
            },
          },
          "404": refused("The link does not open."),
          "429": refused("Too many tries."),
        },
      },
    },
    "/api/v1/jobs/{token}/transitions": {
      post: {
        tags: ["Jobs"],
        summary: "Move the job",
        requestParams: {
          path: z.object({ token: z.string() }),
          header: z.object({ "Idempotency-Key": z.string().optional() }),
        },
        requestBody: {
          content: {
            "application/json": {
              schema: z.discriminatedUnion("action", [
                z.object({ action: z.literal("ACCEPT") }),
                z.object({ action: z.literal("SCHEDULE"), scheduledFor: z.iso.datetime({ offset: true }) }),
                z.object({
                  action: z.literal("QUESTION"),
                  question: z.string().max(2000).describe("It’s yours."),
                }),
              ]),
            },
          },
        },
        responses: { "200": { description: "Moved." }, "409": refused("Not now.") },
      },
    },
    "/api/v1/work-orders": {
      post: {
        security: [{ session: [] }],
        summary: "Upload",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: z.object({
                file: z.file(),
                amountCents: z.int().min(1).meta({ example: 61200 }),
                number: z.string().optional(),
              }),
            },
          },
        },
        responses: { "201": { description: "Kept." }, "404": refused("Nothing by that name.") },
      },
    },
  },
});

const groups = groupsOf(document);
const operation = (summary: string): Operation => {
  const found = groups.flatMap((group) => group.operations).find((each) => each.summary === summary);
  if (!found) throw new Error(`There is no ${summary}.`);
  return found;
};

describe("the API reference", () => {
  test("lists every operation of the document once, under its tag", () => {
    expect(
      groups.map(({ name, operations }) => [name, operations.map(({ method, path }) => `${method} ${path}`)]),
    ).toEqual([
      ["Jobs", ["GET /api/v1/jobs/{token}", "POST /api/v1/jobs/{token}/transitions"]],
      ["Everything else", ["POST /api/v1/work-orders"]],
    ]);
  });

  test("says of every parameter where it goes and what it is", () => {
    expect(operation("The job").parameters).toEqual([
      {
        name: "token",
        where: "path",
        type: "text",
        required: true,
        description: "The link’s own 64 characters.",
      },
    ]);
  });

  test("names a field within a field and within a list by its path, and says what may be null", () => {
    expect(operation("The job").answers[0]?.fields.map(({ name, type }) => [name, type])).toEqual([
      ["number", "whole number"],
      ["scheduledFor", "time, RFC 3339 with offset, or null"],
      ["occupant", "object, or null"],
      ["occupant.name", "text"],
      ["occupant.phone", "text, or null"],
      ["photos", "list of objects"],
      ["photos[].id", "UUID"],
    ]);
  });

  test("shows a body of several forms as one table: required is what every form requires", () => {
    expect(operation("Move the job").body?.fields).toEqual([
      { name: "action", type: "one of ACCEPT, SCHEDULE, QUESTION", required: true, description: "" },
      { name: "scheduledFor", type: "time, RFC 3339 with offset", required: false, description: "" },
      { name: "question", type: "text", required: false, description: "It’s yours." },
    ]);
  });

  test("lists each refusal's status once, in order, with every reason that it occurs for", () => {
    expect(refusalsOf(groups).map(({ status, description }) => [status, description])).toEqual([
      ["404", "The link does not open.\n\nNothing by that name."],
      ["409", "Not now."],
      ["429", "Too many tries."],
    ]);
  });

  test("shows a request that could be pasted into a shell, with secrets as variables", () => {
    expect(operation("The job").curl).toBe('curl "https://latchkey.example/api/v1/jobs/$TOKEN"');
    expect(operation("Move the job").curl).toBe(
      [
        'curl "https://latchkey.example/api/v1/jobs/$TOKEN/transitions" \\',
        '  -H "Idempotency-Key: $(uuidgen)" \\',
        '  -H "Content-Type: application/json" \\',
        `  -d '{"action":"ACCEPT"}'`,
      ].join("\n"),
    );
  });

  test("sends a file and its fields as a form, and the session as a cookie", () => {
    expect(operation("Upload").curl).toBe(
      [
        'curl "https://latchkey.example/api/v1/work-orders" \\',
        '  -b "__Host-sid=$SESSION" \\',
        '  -F "file=@invoice.pdf" \\',
        '  -F "amountCents=61200"',
      ].join("\n"),
    );
  });
});
