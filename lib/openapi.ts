import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { refusals } from "@/lib/auth/refusals";
import { env } from "@/lib/env";
import type { Reason } from "@/lib/outcome";
import { jobSheet, orderPage, orderSheet, receivedInvoice, receivedPhotos } from "@/lib/work-orders/answered";
import {
  invoiceUpload,
  jobPhotos,
  newAnswer,
  newCancellation,
  newDispatch,
  newOrder,
  orderQuery,
  transition,
} from "@/lib/work-orders/sent";

const problem = z
  .object({
    type: z
      .string()
      .meta({ description: "Stable; compare this, not the words.", example: "/problems/not-allowed-now" }),
    title: z.string().meta({ description: "A sentence for a person." }),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.record(z.string(), z.string()).optional().meta({ description: "The fields at fault." }),
    state: z.string().optional().meta({ description: "Where the order stands now." }),
  })
  .meta({ id: "Problem" });

const idempotencyKey = z.string().max(200).optional().meta({
  description: "Any text of yours, once per request: the same key again gets the same answer for a day.",
});
const token = z.string().length(64).meta({ description: "The 64 characters at the end of the job’s link." });
const number = z.string().meta({ description: "`2187` or `WO-2187`" });

type Operation = {
  id: string;
  tag: "Jobs" | "Work orders";
  summary: string;
  path?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: { schema: z.ZodType; multipart?: boolean };
  answers: [status: number, schema: z.ZodType];
  refuses: Reason[];
};

function operation({
  id,
  tag,
  summary,
  path,
  query,
  body,
  answers,
  refuses,
}: Operation): ZodOpenApiOperationObject {
  const [status, schema] = answers;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(tag === "Work orders" && { security: [{ session: [] }] }),
    requestParams: {
      ...(path && { path: z.object(path) }),
      ...(query && { query }),
      ...(body && { header: z.object({ "Idempotency-Key": idempotencyKey }) }),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: { [body.multipart ? "multipart/form-data" : "application/json"]: { schema: body.schema } },
      },
    }),
    responses: {
      [status]: { description: "Done.", content: { "application/json": { schema } } },
      ...refusalsOf(refuses),
    },
  };
}

/** One answer a status; a status with several reasons names them all. */
function refusalsOf(reasons: Reason[]): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, Reason[]>();
  for (const reason of [...reasons, "unavailable" as const]) {
    const { status } = refusals[reason];
    byStatus.set(status, [...(byStatus.get(status) ?? []), reason]);
  }
  return Object.fromEntries(
    Array.from(byStatus, ([status, found]) => [
      status,
      {
        description: found.map((reason) => `\`/problems/${reason}\` ${refusals[reason].title}`).join("\n\n"),
        content: { "application/problem+json": { schema: problem } },
      },
    ]),
  );
}

const job = { tag: "Jobs", path: { token } } as const;
const order = { tag: "Work orders", path: { number } } as const;
const ofJob: Reason[] = ["link-dead", "too-many-requests"];
const ofSession: Reason[] = ["not-signed-in", "not-found"];
/** A body that is not as asked, another site's request, and what an Idempotency-Key brings. */
const ofPost: Reason[] = ["invalid", "too-long", "cross-site", "key-reused", "busy"];
const ofOrder: Reason[] = [...ofPost, "not-allowed", "not-allowed-now", "stale"];

const paths = {
  "/api/v1/jobs/{token}": {
    get: operation({
      ...job,
      id: "readJob",
      summary: "The work order, as the contractor may see it",
      answers: [200, jobSheet],
      refuses: ofJob,
    }),
  },
  "/api/v1/jobs/{token}/transitions": {
    post: operation({
      ...job,
      id: "moveJob",
      summary: "Accept, decline, schedule, arrive, complete or ask",
      body: { schema: transition },
      answers: [200, jobSheet],
      refuses: [...ofJob, ...ofPost, "not-allowed-now", "date-in-the-past"],
    }),
  },
  "/api/v1/jobs/{token}/invoices": {
    post: operation({
      ...job,
      id: "sendInvoice",
      summary: "Upload the invoice",
      body: { schema: invoiceUpload, multipart: true },
      answers: [201, receivedInvoice],
      refuses: [
        ...ofJob,
        ...ofPost,
        "not-found",
        "not-allowed-now",
        "too-large",
        "unsupported-file",
        "broken-file",
      ],
    }),
  },
  "/api/v1/jobs/{token}/photos": {
    post: operation({
      ...job,
      id: "addPhotos",
      summary: "Add photos from the site",
      body: { schema: jobPhotos, multipart: true },
      answers: [201, receivedPhotos],
      refuses: [...ofJob, ...ofPost, "not-allowed-now", "too-large", "unsupported-file", "broken-file"],
    }),
  },
  "/api/v1/work-orders": {
    get: operation({
      tag: "Work orders",
      id: "listWorkOrders",
      summary: "A page of work orders, newest first",
      query: orderQuery,
      answers: [200, orderPage],
      refuses: ["not-signed-in", "invalid", "too-long"],
    }),
    post: operation({
      tag: "Work orders",
      id: "createWorkOrder",
      summary: "Write a draft",
      body: { schema: newOrder },
      answers: [201, orderSheet],
      refuses: [...ofSession, ...ofPost, "not-allowed"],
    }),
  },
  "/api/v1/work-orders/{number}": {
    get: operation({
      ...order,
      id: "readWorkOrder",
      summary: "One work order",
      answers: [200, orderSheet],
      refuses: ofSession,
    }),
  },
  "/api/v1/work-orders/{number}/dispatch": {
    post: operation({
      ...order,
      id: "dispatchWorkOrder",
      summary: "Dispatch to a contractor; older links die",
      body: { schema: newDispatch },
      answers: [200, orderSheet],
      refuses: [...ofSession, ...ofOrder, "contact-inactive", "no-address"],
    }),
  },
  "/api/v1/work-orders/{number}/cancellation": {
    post: operation({
      ...order,
      id: "cancelWorkOrder",
      summary: "Cancel; its links die and the contractor is told",
      body: { schema: newCancellation },
      answers: [200, orderSheet],
      refuses: [...ofSession, ...ofOrder],
    }),
  },
  "/api/v1/work-orders/{number}/answers": {
    post: operation({
      ...order,
      id: "answerContractor",
      summary: "Answer the contractor",
      body: { schema: newAnswer },
      answers: [200, orderSheet],
      refuses: [...ofSession, ...ofOrder, "contact-inactive", "no-address"],
    }),
  },
};

let made: ReturnType<typeof makeDocument> | undefined;

/** The API as an OpenAPI 3.1 document, made from the very schemas that the routes parse with, once a process. */
export function apiDocument() {
  made ??= makeDocument();
  return made;
}

function makeDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Latchkey API",
      version: "1",
      description:
        "Times are RFC 3339 with an offset; money is integer cents and an ISO 4217 currency. Every refusal is `application/problem+json` with a stable `type`. Public endpoints take 30 requests a minute from one address; a 429 says how long to wait.",
    },
    servers: [{ url: env().APP_ORIGIN }],
    tags: [
      { name: "Jobs", description: "For a contractor: the link is the key, and nothing else is needed." },
      { name: "Work orders", description: "For the office: a signed-in session." },
    ],
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: env().secureCookies ? "__Host-sid" : "sid" },
      },
    },
    paths,
  });
}
