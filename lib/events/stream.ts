import { and, asc, isNotNull, or, sql } from "drizzle-orm";
import { driver, inTenant, type TenantScope } from "@/db/client";
import { events } from "@/db/schema/events";
import { log } from "@/lib/log";

export type Event = typeof events.$inferSelect;

/** What is sent for one happening. It is made once, however many inboxes of that business are open. */
export type Describe = (event: Event) => Promise<Record<string, unknown>>;

type Subscriber = {
  scope: TenantScope;
  describe: Describe;
  /** Everything committed before this transaction id was sent. */
  cursor: string;
  seen: Set<number>;
  /** Whether it was sent what happened before it came. */
  isReady: boolean;
  send: (message: Uint8Array) => void;
  close: () => void;
};

/** The open inboxes of one business. They are told batch after batch, so that no cursor passes what is still to be told. */
type Office = { inboxes: Set<Subscriber>; told: Promise<void>; isDue: boolean };

type Hub = { listening: Promise<unknown> | undefined; open: Map<string, Office> };

/** Pages and the start-up hook are separate module graphs: one hub a process hangs on globalThis. */
const shared = globalThis as unknown as { latchkeyHub?: Hub };

function hub(): Hub {
  shared.latchkeyHub ??= { listening: undefined, open: new Map() };
  return shared.latchkeyHub;
}

const heartbeatMs = 15_000;
const mostReplayed = 500;

/**
 * How far a reader is, before it reads: every transaction below this id is settled. A page gives it to the stream that
 * it opens afterwards, so that nothing which happens in between is missed.
 */
export async function readCursor(): Promise<string> {
  const [row] = await driver()<
    { cursor: string }[]
  >`select pg_snapshot_xmin(pg_current_snapshot())::text as cursor`;
  return row?.cursor ?? "0";
}

/**
 * A server-sent stream of one business's happenings, from a cursor on. After a lost connection the browser repeats the
 * last cursor and is sent all that was not settled then; a doubled one carries the same id, and the reader drops it.
 * `stillIn` is asked every few heartbeats, and the stream ends when it says no.
 */
export function openStream(
  scope: TenantScope,
  cursor: string,
  describe: Describe,
  stillIn: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  let leave = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let left = false;
      const send = (message: Uint8Array) => {
        // What was being told when the browser went is told to nobody.
        if (left) return;
        if ((controller.desiredSize ?? 0) < -1000) return leave();
        controller.enqueue(message);
      };
      const subscriber: Subscriber = {
        scope,
        describe,
        cursor,
        seen: new Set(),
        isReady: false,
        send,
        close: () => leave(),
      };
      const beat = setInterval(() => keepAlive(subscriber, stillIn), heartbeatMs);
      leave = () => {
        leave = () => {};
        left = true;
        clearInterval(beat);
        forget(subscriber);
        try {
          controller.close();
        } catch {
          // The browser closed it first.
        }
      };
      send(encoded("retry: 1000\n\n"));
      join(subscriber).catch((error) => {
        log.error({ err: error }, "a stream could not begin");
        leave();
      });
    },
    cancel: () => leave(),
  });
}

async function join(subscriber: Subscriber) {
  const { open } = hub();
  const { tenantId } = subscriber.scope;
  const office = open.get(tenantId) ?? { inboxes: new Set(), told: Promise.resolve(), isDue: false };
  open.set(tenantId, office);
  office.inboxes.add(subscriber);
  await listen();
  bringUpToDate(office);
}

function forget(subscriber: Subscriber) {
  const { open } = hub();
  const { tenantId } = subscriber.scope;
  const office = open.get(tenantId);
  office?.inboxes.delete(subscriber);
  if (office?.inboxes.size === 0) open.delete(tenantId);
}

/** One LISTEN connection a process. Whenever it is made anew, what was announced meanwhile is read from the table. */
async function listen() {
  const shared = hub();
  const everyone = () => {
    for (const office of shared.open.values()) bringUpToDate(office);
  };
  shared.listening ??= driver().listen("happenings", announce, everyone);
  try {
    await shared.listening;
  } catch (error) {
    shared.listening = undefined;
    throw error;
  }
}

function announce(payload: string) {
  const office = hub().open.get(payload.split(" ")[0] ?? "");
  if (office) bringUpToDate(office);
}

/**
 * However much is announced, and however many come, while one batch goes out: the next one tells it all. Who can't be told
 * is sent away, and asks again from its own cursor.
 */
function bringUpToDate(office: Office) {
  if (office.isDue) return;
  office.isDue = true;
  office.told = office.told.then(async () => {
    office.isDue = false;
    const subscribers = [...office.inboxes];
    await tellNews(subscribers).catch((error) => {
      log.error({ err: error }, "happenings could not be told");
      for (const { close } of subscribers) close();
    });
  });
}

/** Each is told what is news from its own cursor on; who is too far behind is told to read everything anew. */
async function tellNews(subscribers: Subscriber[]): Promise<void> {
  const [first] = subscribers;
  if (!first) return;
  const since = subscribers.map(({ cursor }) => cursor).reduce(earlier);
  const { happened, cursor } = await readEvents(first.scope, since);
  if (happened.length <= mostReplayed) {
    await tellAll(subscribers, happened, cursor);
    for (const subscriber of subscribers) settle(subscriber, cursor);
    return;
  }
  const others = subscribers.filter((subscriber) => subscriber.cursor !== since);
  for (const subscriber of subscribers) {
    if (others.includes(subscriber)) continue;
    subscriber.send(messageOf("reset", cursor));
    settle(subscriber, cursor);
  }
  await tellNews(others);
}

function settle(subscriber: Subscriber, cursor: string) {
  if (!subscriber.isReady) subscriber.send(messageOf("ready", cursor));
  subscriber.isReady = true;
  subscriber.cursor = cursor;
}

/** What is not below the cursor, those of one transaction together, and how far the reader is after it. */
async function readEvents(scope: TenantScope, since: string) {
  return inTenant(scope, async (tx) => {
    const [at] = await tx.execute<{ cursor: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot())::text as cursor`,
    );
    const happened = await tx
      .select()
      .from(events)
      .where(and(sql`${events.tx} >= ${since}::xid8`, isAboutWork))
      .orderBy(asc(events.tx), asc(events.id))
      .limit(mostReplayed + 1);
    return { happened, cursor: at?.cursor ?? "0" };
  });
}

/** What an open page of the office shows: the rest is read when it is looked for. */
const isAboutWork = or(isNotNull(events.workOrderId), isNotNull(events.documentId));

/** Each happening comes with a cursor that does not pass the one after it: the connection may break between the two. */
async function tellAll(subscribers: Subscriber[], happened: Event[], cursor: string) {
  for (const [place, event] of happened.entries()) {
    const waiting = subscribers.filter((subscriber) => isNewsTo(subscriber, event));
    const [first] = waiting;
    if (!first) continue;
    const told = { id: event.id, kind: event.kind, ...(await first.describe(event)) };
    const after = happened[place + 1];
    const message = messageOf("happening", after ? earlier(cursor, after.tx) : cursor, told);
    for (const subscriber of waiting) {
      remember(subscriber, event.id);
      subscriber.send(message);
    }
  }
}

const isNewsTo = ({ cursor, seen }: Subscriber, event: Event) =>
  !seen.has(event.id) && BigInt(event.tx) >= BigInt(cursor);

const earlier = (one: string, other: string) => (BigInt(one) < BigInt(other) ? one : other);

const encoder = new TextEncoder();
const encoded = (text: string) => encoder.encode(text);

const messageOf = (event: "happening" | "ready" | "reset", cursor: string, told: object = {}) =>
  encoded(`event: ${event}\nid: ${cursor}\ndata: ${JSON.stringify(told)}\n\n`);

function remember({ seen }: Subscriber, id: number) {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > 2 * mostReplayed && oldest !== undefined) seen.delete(oldest);
}

async function keepAlive(subscriber: Subscriber, stillIn: () => Promise<boolean>) {
  subscriber.send(encoded(": still here\n\n"));
  try {
    if (!(await stillIn())) subscriber.close();
  } catch (error) {
    log.warn({ err: error }, "a stream's session could not be read");
  }
}

/** Ends every open stream: a server that is told to stop would wait for them for ever. */
export function closeStreams(): void {
  for (const { inboxes } of hub().open.values()) for (const { close } of [...inboxes]) close();
}
