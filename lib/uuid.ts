import { sha256 } from "@/lib/sha256";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text out of an address can be an id at all: one that can't is "not-found", before any query. */
export const isUuid = (text: string): boolean => form.test(text);

/** Always the same id for the same words: for what must be there once, however often it is made. */
export function uuidOf(words: string): string {
  const hex = sha256(`uuid/v1\n${words}`).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
