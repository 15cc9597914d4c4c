import type { oas31 } from "zod-openapi";
import { type ApiDocument, resolve, type Schema } from "./references";

export const methods = ["get", "post", "put", "patch", "delete"] as const;

/** One operation where it was found in the document. */
export type Found = {
  path: string;
  method: (typeof methods)[number];
  item: oas31.PathItemObject;
  operation: oas31.OperationObject;
};

/** The parameters of the path and of the operation itself. */
export function parametersOf(document: ApiDocument, { item, operation }: Found): oas31.ParameterObject[] {
  return [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
    resolve<oas31.ParameterObject>(document, parameter),
  );
}

export type Body = { contentType: string; schema: Schema; example: unknown };

/** What a request carries, in its first content type; null when it carries nothing. */
export function bodyOf(document: ApiDocument, operation: oas31.OperationObject): Body | null {
  if (!operation.requestBody) return null;
  const { content } = resolve<oas31.RequestBodyObject>(document, operation.requestBody);
  const [first] = Object.entries(content);
  if (!first) return null;
  const [contentType, { schema, example }] = first;
  return { contentType, schema: schema ? resolve<Schema>(document, schema) : {}, example };
}

/** What has to be shown to be let in; undefined where the address itself is enough. */
export function securityOf(
  document: ApiDocument,
  operation: oas31.OperationObject,
): oas31.SecuritySchemeObject | undefined {
  const [requirement] = operation.security ?? document.security ?? [];
  const [name] = Object.keys(requirement ?? {});
  const scheme = name === undefined ? undefined : document.components?.securitySchemes?.[name];
  return scheme && resolve<oas31.SecuritySchemeObject>(document, scheme);
}
