import type { ContractorAction } from "@/lib/work-orders/machine";

/** What was tapped: `at` is the time of the tap; `key` makes sending it twice the same as sending it once. */
type Kept = {
  key: string;
  token: string;
  at: string;
  /** The same as a clock at the job shows it. */
  clock: string;
  /** What the list of waiting taps calls it. */
  words: string;
  /** Why it was refused. It is then not sent again, and stays until it is discarded. */
  refused?: string;
};

export type MoveTap = Kept & {
  action: ContractorAction;
  scheduledFor?: string;
  question?: string;
  reason?: string;
};

export type PhotosTap = Kept & { action: "PHOTOS"; photos: File[] };

/** A move, or photos that were taken. */
export type Tap = MoveTap | PhotosTap;

export const isMove = (tap: Tap): tap is MoveTap => tap.action !== "PHOTOS";

/** Whether it is still to be sent. */
export const waits = (tap: Tap) => tap.refused === undefined;

/** The last of them that moves the job on. */
export function lastMove(taps: Tap[]): MoveTap | undefined {
  return taps.filter(isMove).findLast(({ action }) => action !== "QUESTION");
}

/** Keeps a tap on this phone until it has been sent, or is discarded. */
export async function keepTap(tap: Tap): Promise<void> {
  await inStore("readwrite", (store) => store.put(tap));
}

export async function dropTap(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key));
}

/** The taps of one job that are kept here, in the order in which they were made. */
export async function keptTaps(token: string): Promise<Tap[]> {
  const all: Tap[] = await inStore("readonly", (store) => store.getAll());
  return all.filter((tap) => tap.token === token).sort((one, other) => one.at.localeCompare(other.at));
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) {
  const database = await open();
  try {
    return await settled(work(database.transaction("taps", mode).objectStore("taps")));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("latchkey-outbox", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("taps", { keyPath: "key" });
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
