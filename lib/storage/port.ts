import { randomUUID } from "node:crypto";

/** A place that keeps content by key. What `put` has answered is there until `remove`; nothing is ever there in part. */
export type Storage = {
  put: (key: string, content: Buffer, contentType: string) => Promise<void>;
  /** The whole content, or undefined if there is none by that key. */
  read: (key: string) => Promise<Buffer | undefined>;
  /** Content that is already gone is no error. */
  remove: (key: string) => Promise<void>;
};

const ours = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** A key of our own making: nothing that anybody sent is part of it. */
export const newKey = (tenantId: string): string => `${tenantId}/${randomUUID()}`;

/** The key, if it has the form that `newKey` gives. Throws at any other: such a key could lead out of the folder. */
export function checkedKey(key: string): string {
  if (!ours.test(key)) throw new Error("That is not a key of this storage.");
  return key;
}
