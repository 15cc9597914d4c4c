import type { oas31 } from "zod-openapi";
import { curlOf } from "./curl";
import { paragraphsOf } from "./paragraphs";
import { type ApiDocument, resolve } from "./references";
import { bodyOf, type Found, methods, parametersOf } from "./request";
import { type Field, fieldsOf } from "./schema-fields";
import { typeWords } from "./type-words";

export type Parameter = Field & { where: string };
export type Answer = { status: string; description: string; contentType: string; fields: Field[] };
export type Operation = {
  anchor: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  body: { contentType: string; fields: Field[] } | null;
  answers: Answer[];
  refusals: Answer[];
  curl: string;
};
export type Group = { name: string; anchor: string; description: string; operations: Operation[] };

/** Every operation of the document, under its tag, in the document's own order. */
export function groupsOf(document: ApiDocument): Group[] {
  const groups = new Map<string, Group>();
  for (const { name, description = "" } of document.tags ?? []) groups.set(name, group(name, description));
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const name = operation.tags?.[0] ?? "Everything else";
      const into = groups.get(name) ?? group(name, "");
      groups.set(name, into);
      into.operations.push(read(document, { path, method, item, operation }));
    }
  }
  return [...groups.values()].filter(({ operations }) => operations.length > 0);
}

const group = (name: string, description: string): Group => ({
  name,
  anchor: anchorOf(name),
  description,
  operations: [],
});

const anchorOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function read(document: ApiDocument, found: Found): Operation {
  const { path, method, operation } = found;
  const answers = answersOf(document, operation);
  const body = bodyOf(document, operation);
  return {
    anchor: anchorOf(operation.operationId ?? `${method} ${path}`),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? `${method.toUpperCase()} ${path}`,
    description: operation.description ?? "",
    parameters: parametersOf(document, found).map((parameter) => ({
      name: parameter.name,
      where: parameter.in,
      type: parameter.schema ? typeWords(document, parameter.schema) : "text",
      required: parameter.required ?? false,
      description: parameter.description ?? "",
    })),
    body: body && { contentType: body.contentType, fields: fieldsOf(document, body.schema) },
    answers: answers.filter(({ status }) => status < "4"),
    refusals: answers.filter(({ status }) => status >= "4"),
    curl: curlOf(document, found),
  };
}

function answersOf(document: ApiDocument, operation: oas31.OperationObject): Answer[] {
  return Object.entries(operation.responses ?? {}).map(([status, given]) => {
    const { description, content } = resolve<oas31.ResponseObject>(document, given);
    const [contentType = "", media] = Object.entries(content ?? {})[0] ?? [];
    return {
      status,
      description,
      contentType,
      fields: media?.schema ? fieldsOf(document, media.schema) : [],
    };
  });
}

/** The refusals that occur anywhere: one row a status, in order, with each of its reasons once. */
export function refusalsOf(groups: Group[]): Answer[] {
  const byStatus = new Map<string, Answer>();
  for (const refusal of groups.flatMap(({ operations }) => operations.flatMap((one) => one.refusals))) {
    const known = byStatus.get(refusal.status);
    const reasons = [...(known ? paragraphsOf(known.description) : []), ...paragraphsOf(refusal.description)];
    byStatus.set(refusal.status, { ...refusal, description: [...new Set(reasons)].join("\n\n") });
  }
  return [...byStatus.values()].sort((a, b) => a.status.localeCompare(b.status));
}
