import { useSyncExternalStore } from "react";
import type { InboxCounts, InboxRow } from "@/lib/work-orders/views";

/** One thing that happened to an order, as the stream tells it; `cursor` is how far the stream was when it was told. */
export type Happening = {
  id: number;
  cursor: string;
  kind: string;
  workOrderId: string;
  number: number | null;
  row: InboxRow | null;
  counts: InboxCounts;
  sentence: string;
};

/** `out`: whoever this page was made for is no longer signed in here. */
export type Standing = "opening" | "live" | "lost" | "out";

export type LiveState = {
  standing: Standing;
  /** The newest happening of each order that this page has heard of. */
  heard: ReadonlyMap<string, Happening>;
  counts: { cursor: string; counts: InboxCounts } | null;
  /** Orders that changed while another one was open. */
  unread: ReadonlySet<string>;
  /** Orders that changed just now. */
  tinted: ReadonlySet<string>;
};

const tintMs = 600;
const mostRemembered = 500;

const quiet: LiveState = {
  standing: "opening",
  heard: new Map(),
  counts: null,
  unread: new Set(),
  tinted: new Set(),
};

let state = quiet;
const listeners = new Set<() => void>();
const seen = new Set<number>();

/** What is known from the stream; on the server, and before the first word, nothing is. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, readLive, () => quiet);
}

export const readLive = () => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes a happening in, once: false for one that was heard before, as a replay doubles them. */
export function hear(happening: Happening, openNumber: number | null): boolean {
  if (seen.has(happening.id)) return false;
  seen.add(happening.id);
  const [oldest] = seen;
  if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest);
  const { workOrderId: orderId, number, cursor, counts } = happening;
  change({
    heard: new Map(state.heard).set(orderId, happening),
    counts: { cursor, counts },
    unread: number === openNumber ? state.unread : new Set(state.unread).add(orderId),
    tinted: new Set(state.tinted).add(orderId),
  });
  setTimeout(() => change({ tinted: without(state.tinted, orderId) }), tintMs);
  return true;
}

export function setStanding(standing: Standing): void {
  if (standing !== state.standing) change({ standing });
}

export function markRead(orderId: string): void {
  if (state.unread.has(orderId)) change({ unread: without(state.unread, orderId) });
}

/** Whether the page that was read at `since` may not know yet what was told at `cursor`. */
export const isNews = (cursor: string, since: string) => BigInt(cursor) >= BigInt(since);

function change(part: Partial<LiveState>) {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

function without<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const rest = new Set(set);
  rest.delete(item);
  return rest;
}
