import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { driver, gate, inTenant, type TenantScope } from "@/db/client";
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
  send: (text: string) => void;
  close: () => void;
};

type Hub = { listening: Promise<unknown> | undefined; open: Map<string, Set<Subscriber>> };

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
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let left = false;
      const send = (text: string) => {
        // What was being told when the browser went is told to nobody.
        if (left) return;
        if ((controller.desiredSize ?? 0) < -1000) return leave();
        controller.enqueue(encoder.encode(text));
      };
      const subscriber: Subscriber = { scope, describe, cursor, seen: new Set(), send, close: () => leave() };
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
      send(`retry: 1000\n\n`);
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
  const others = open.get(tenantId) ?? new Set();
  open.set(tenantId, others.add(subscriber));
  await listen();
  await replay(subscriber);
}

function forget(subscriber: Subscriber) {
  const { open } = hub();
  const others = open.get(subscriber.scope.tenantId);
  others?.delete(subscriber);
  if (others?.size === 0) open.delete(subscriber.scope.tenantId);
}

/** One LISTEN connection a process. Whenever it is made anew, what was announced meanwhile is replayed from the table. */
async function listen() {
  const shared = hub();
  shared.listening ??= driver().listen("happenings", announce, replayAll);
  try {
    await shared.listening;
  } catch (error) {
    shared.listening = undefined;
    throw error;
  }
}

function announce(payload: string) {
  const [tenantId, id] = payload.split(" ");
  const subscribers = hub().open.get(tenantId ?? "");
  const first = subscribers?.values().next().value;
  if (!subscribers || !first) return;
  readEvents(first.scope, eq(events.id, Number(id)))
    .then(({ happened, cursor }) => tellAll([...subscribers], happened, cursor))
    .catch((error) => log.error({ err: error }, "a happening was not announced"));
}

function replayAll() {
  for (const subscribers of hub().open.values()) {
    for (const subscriber of subscribers) {
      replay(subscriber).catch((error) => {
        log.error({ err: error }, "a replay failed");
        subscriber.close();
      });
    }
  }
}

async function replay(subscriber: Subscriber) {
  const since = sql`${events.tx} >= ${subscriber.cursor}::xid8`;
  const { happened, cursor } = await readEvents(subscriber.scope, since);
  if (happened.length > mostReplayed) subscriber.send(`event: reset\nid: ${cursor}\ndata: {}\n\n`);
  else await tellAll([subscriber], happened, cursor);
  subscriber.send(`event: ready\nid: ${cursor}\ndata: {}\n\n`);
}

async function readEvents(scope: TenantScope, which: ReturnType<typeof eq>) {
  return inTenant(scope, async (tx) => {
    const [at] = await tx.execute<{ cursor: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot())::text as cursor`,
    );
    const happened = await tx
      .select()
      .from(events)
      .where(and(which, isNotNull(events.workOrderId)))
      .orderBy(asc(events.id))
      .limit(mostReplayed + 1);
    return { happened, cursor: at?.cursor ?? "0" };
  });
}

async function tellAll(subscribers: Subscriber[], happened: Event[], cursor: string) {
  for (const event of happened) {
    const waiting = subscribers.filter(({ seen }) => !seen.has(event.id));
    const [first] = waiting;
    if (!first) continue;
    const told = JSON.stringify({ id: event.id, kind: event.kind, ...(await first.describe(event)) });
    for (const subscriber of waiting) {
      if (subscriber.seen.has(event.id)) continue;
      remember(subscriber, event.id, cursor);
      subscriber.send(`event: happening\nid: ${cursor}\ndata: ${told}\n\n`);
    }
  }
}

function remember(subscriber: Subscriber, id: number, cursor: string) {
  subscriber.cursor = cursor;
  subscriber.seen.add(id);
  const [oldest] = subscriber.seen;
  if (subscriber.seen.size > 2 * mostReplayed && oldest !== undefined) subscriber.seen.delete(oldest);
}

async function keepAlive(subscriber: Subscriber, stillIn: () => Promise<boolean>) {
  subscriber.send(": still here\n\n");
  try {
    if (!(await stillIn())) subscriber.close();
  } catch (error) {
    log.warn({ err: error }, "a stream's session could not be read");
  }
}

/** Ends every open stream: a server that is told to stop would wait for them for ever. */
export function closeStreams(): void {
  for (const subscribers of hub().open.values()) for (const { close } of [...subscribers]) close();
}

/** For the health page: whether the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  const rows = await gate().execute(sql`select 1`);
  return rows.length === 1;
}
