import { type ApiDocument, present, type Ref, resolve, type Schema } from "./references";

/** A schema in a few words: `text`, `one of ACCEPT, DECLINE`, `list of objects, or null`. */
export function typeWords(document: ApiDocument, given: Schema | Ref): string {
  const schema = resolve<Schema>(document, given);
  const forms = schema.oneOf ?? schema.anyOf;
  const words = forms
    ? either(present(document, schema).map((form) => simpleWords(document, form)))
    : simpleWords(document, schema);
  return isNullable(document, schema) ? `${words}, or null` : words;
}

function isNullable(document: ApiDocument, schema: Schema): boolean {
  if (Array.isArray(schema.type)) return schema.type.includes("null");
  const forms = schema.oneOf ?? schema.anyOf ?? [];
  return forms.some((form) => resolve<Schema>(document, form).type === "null");
}

const formatWords: Record<string, string> = {
  "date-time": "time, RFC 3339 with offset",
  date: "day, YYYY-MM-DD",
  uuid: "UUID",
  email: "email address",
  uri: "URL",
  binary: "file",
};

function simpleWords(document: ApiDocument, schema: Schema): string {
  if (schema.enum) return `one of ${schema.enum.filter((value) => value !== null).join(", ")}`;
  if (schema.const !== undefined) return String(schema.const);
  if (schema.contentMediaType || schema.contentEncoding === "binary") return "file";
  const type = [schema.type].flat().find((name) => name !== "null");
  if (type === "array")
    return `list of ${schema.items ? plural(typeWords(document, schema.items)) : "values"}`;
  if (type === "string") return formatWords[schema.format ?? ""] ?? "text";
  if (type === "integer") return "whole number";
  if (type === "boolean") return "true or false";
  return type ?? "object";
}

const union = (words: string[]) => words.map((each) => each.replace(/^one of /, "")).join(", ");

/** Several types told as one: those of a union's forms, or of one field in different forms. */
export function either(types: string[]): string {
  const [first = "", ...others] = [...new Set(types)];
  return others.length === 0 ? first : `one of ${union([first, ...others])}`;
}

function plural(words: string): string {
  if (words.startsWith("one of ")) return words.slice("one of ".length);
  return words === "text" ? "texts" : `${words}s`;
}
