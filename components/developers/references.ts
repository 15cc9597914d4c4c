import type { oas31 } from "zod-openapi";

export type ApiDocument = oas31.OpenAPIObject;
export type Schema = oas31.SchemaObject;
export type Ref = oas31.ReferenceObject;

/** Follows references within the document; throws when one leads nowhere, because the document is our own. */
export function resolve<T extends object>(document: ApiDocument, thing: T | Ref): T {
  if (!("$ref" in thing) || typeof thing.$ref !== "string") return thing as T;
  const address = thing.$ref;
  const found = address
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], document);
  if (!found) throw new Error(`The API document has no ${address}.`);
  return resolve(document, found as T | Ref);
}

/** The forms of a schema without "null", which is told in words. */
export function present(document: ApiDocument, given: Schema | Ref): Schema[] {
  const schema = resolve<Schema>(document, given);
  const forms = schema.oneOf ?? schema.anyOf;
  if (!forms) return schema.type === "null" ? [] : [schema];
  return forms.flatMap((form) => present(document, form));
}
