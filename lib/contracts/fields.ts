/** The fields that a contract's text may have, and what each stands for. */
export const fields = {
  "client.name": "The client’s name",
  "client.email": "The client’s email",
  "client.phone": "The client’s phone",
  "partner.name": "The partner’s name",
  "partner.email": "The partner’s email",
  "project.name": "The project’s name",
  "project.place": "Where it is built",
  "contract.title": "This contract’s title",
  "contract.due": "The day to answer by",
  "shop.name": "Your business’s name",
  "shop.address": "Your address",
  "shop.phone": "Your phone",
  "shop.email": "Your email",
  today: "The day it is sent",
} as const;

export type FieldName = keyof typeof fields;
export type FieldValues = Record<FieldName, string>;

/** A text with its fields filled in, and those that could not be: unknown ones, and known ones that are empty. */
export type Filled = { text: string; unknown: string[]; empty: FieldName[] };

const field = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Fills in the fields of a contract's text. A value is words and nothing else: whatever a name holds, it makes no heading
 * and no link. What can't be filled in stays as it was written.
 */
export function fillIn(text: string, values: FieldValues): Filled {
  const [unknown, empty] = [new Set<string>(), new Set<FieldName>()];
  const filled = text.replace(field, (written, name: string) => {
    if (!isField(name)) unknown.add(written);
    else if (values[name] === "") empty.add(name);
    else return asWords(values[name]);
    return written;
  });
  return { text: filled, unknown: [...unknown], empty: [...empty] };
}

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name);

/** Whether a text has that field. */
export const hasField = (text: string, name: FieldName) =>
  Array.from(text.matchAll(field)).some(([, written]) => written === name);

/** What Markdown would read as a mark gets a backslash; a line that ends, a space. */
const asWords = (value: string) =>
  value
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^([-+=:])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");

/** Why a text can't be sent as it is, in sentences for the office; none where it can. */
export function fieldProblems({ unknown, empty }: Pick<Filled, "unknown" | "empty">): string[] {
  return [
    ...unknown.map((written) => `${written} is no field. Choose one from the list, or take it out.`),
    ...empty.map((name) => `{{${name}}} is empty. ${fields[name]} isn’t known yet.`),
  ];
}
