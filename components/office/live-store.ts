import { useSyncExternalStore } from "react";
import type { InboxCounts, Told } from "@/lib/work-orders/views";

/** One thing that happened, as the stream tells it; `cursor` is how far the stream was when it was told. */
export type Happening = Told & {
  id: number;
  cursor: string;
  kind: string;
  /** The member who did it; null where it was anybody else. */
  by: { id: string; name: string } | null;
  counts: InboxCounts;
};

/** `out`: whoever this page was made for is no longer signed in here. */
export type Standing = "opening" | "live" | "lost" | "out";

export type LiveState = {
  standing: Standing;
  /** The newest happening of each order and document that this page has heard of. */
  heard: ReadonlyMap<string, Happening>;
  counts: { cursor: string; counts: InboxCounts } | null;
  /** What changed while something else was open. */
  unread: ReadonlySet<string>;
  /** What changed just now. */
  tinted: ReadonlySet<string>;
  /** Who changed what a draft on this page was begun from; the page was left as it was. */
  overtakenBy: string | null;
};

const tintMs = 600;
const mostRemembered = 500;

const quiet: LiveState = {
  standing: "opening",
  heard: new Map(),
  counts: null,
  unread: new Set(),
  tinted: new Set(),
  overtakenBy: null,
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

/** Takes a happening in, once: false for one that was heard before, as a replay doubles them. `open` is what the page shows. */
export function hear(happening: Happening, open: readonly string[]): boolean {
  if (seen.has(happening.id)) return false;
  seen.add(happening.id);
  const [oldest] = seen;
  if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest);
  const { subject, cursor, counts } = happening;
  change({
    heard: new Map(state.heard).set(subject, happening),
    counts: { cursor, counts },
    unread: isOpen(happening, open) ? state.unread : new Set(state.unread).add(subject),
    tinted: new Set(state.tinted).add(subject),
  });
  setTimeout(() => change({ tinted: without(state.tinted, subject) }), tintMs);
  return true;
}

/** Whether the page that is open is that of the very thing; its first page is its own. */
export const isOpen = ({ pages: [own] }: Happening, open: readonly string[]) =>
  own !== undefined && open.includes(own);

/** Whether the page that is open shows it, be it among others. */
export const isShown = ({ pages }: Happening, open: readonly string[]) =>
  pages.some((page) => open.includes(page));

export function setStanding(standing: Standing): void {
  if (standing !== state.standing) change({ standing });
}

export function markRead(subject: string): void {
  if (state.unread.has(subject)) change({ unread: without(state.unread, subject) });
}

/** Says who was faster than a draft on this page, or that it has caught up. */
export function overtake(by: string | null): void {
  if (by !== state.overtakenBy) change({ overtakenBy: by });
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
