import type { oas31 } from "zod-openapi";
import { type ApiDocument, resolve, type Schema } from "./references";
import { type Body, bodyOf, type Found, parametersOf, securityOf } from "./request";

/** The request as one could paste it into a shell: what must be there and no more, secrets as shell variables. */
export function curlOf(document: ApiDocument, found: Found): string {
  const { path, method, operation } = found;
  const parameters = parametersOf(document, found);
  const body = bodyOf(document, operation);
  const url = `${document.servers?.[0]?.url ?? ""}${path.replace(/\{(\w+)\}/g, (_, name) => variable(name))}`;
  const verb = method === "get" || (method === "post" && body) ? "" : `-X ${method.toUpperCase()} `;
  return [
    `curl ${verb}"${url.replace(/([^:])\/\//g, "$1/")}${queryOf(parameters)}"`,
    ...securityWords(securityOf(document, operation)),
    ...parameters.filter(({ in: where }) => where === "header").flatMap(headerWords),
    ...(body ? bodyWords(document, body) : []),
  ].join(" \\\n  ");
}

/** `token` becomes `$TOKEN`, `workOrderId` becomes `$WORK_ORDER_ID`. */
const variable = (name: string) => `$${name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}`;

function queryOf(parameters: oas31.ParameterObject[]): string {
  const needed = parameters.filter(({ in: where, required }) => where === "query" && required);
  return needed.length === 0 ? "" : `?${needed.map(({ name }) => `${name}=${variable(name)}`).join("&")}`;
}

function securityWords(scheme: oas31.SecuritySchemeObject | undefined): string[] {
  if (!scheme) return [];
  if (scheme.type === "http") return ['-H "Authorization: Bearer $KEY"'];
  return scheme.in === "cookie" ? [`-b "${scheme.name}=$SESSION"`] : [`-H "${scheme.name}: $KEY"`];
}

function headerWords({ name, required }: oas31.ParameterObject): string[] {
  if (name.toLowerCase() === "idempotency-key") return ['-H "Idempotency-Key: $(uuidgen)"'];
  return required ? [`-H "${name}: ${variable(name.replaceAll("-", "_"))}"`] : [];
}

function bodyWords(document: ApiDocument, { contentType, schema, example }: Body): string[] {
  const sent = example ?? exampleOf(document, schema);
  if (contentType !== "multipart/form-data") {
    return [`-H "Content-Type: ${contentType}"`, `-d '${JSON.stringify(sent).replaceAll("'", "'\\''")}'`];
  }
  return Object.entries(sent as Record<string, unknown>).map(([name, value]) => `-F "${name}=${value}"`);
}

const formatExamples: Record<string, string> = {
  "date-time": "2026-04-24T10:00:00+10:00",
  date: "2026-04-24",
  uuid: "0197f3a2-5c1e-7b44-9d20-6f1c8f0e2a11",
  email: "priya@fernleigh.example",
  uri: "https://example.com/latchkey",
  binary: "@invoice.pdf",
};

/** A value that fits: the schema's own example, or a plain one; of an object what is required. */
function exampleOf(document: ApiDocument, given: Schema | oas31.ReferenceObject): unknown {
  const schema = resolve<Schema>(document, given);
  const own = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
  if (own !== undefined) return own;
  const form = (schema.oneOf ?? schema.anyOf)?.[0];
  if (form) return exampleOf(document, form);
  if (schema.contentMediaType || schema.contentEncoding === "binary") return formatExamples.binary;
  switch ([schema.type].flat()[0]) {
    case "array":
      return schema.items ? [exampleOf(document, schema.items)] : [];
    case "string":
      return formatExamples[schema.format ?? ""] ?? "text";
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "boolean":
      return true;
    default:
      return objectExample(document, schema);
  }
}

function objectExample(document: ApiDocument, schema: Schema): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const needed = properties.filter(([name]) => schema.required?.includes(name));
  return Object.fromEntries(needed.map(([name, property]) => [name, exampleOf(document, property)]));
}
