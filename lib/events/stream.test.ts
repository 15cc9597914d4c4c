import { randomInt } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import { systemScope } from "@/lib/auth/scope";
import { closeStreams, type Describe, openStream, readCursor } from "./stream";

let database: TestDatabase;
let fernleigh: Fernleigh;
let orderId: string;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
  orderId = await orderOf(fernleigh);
});
afterEach(closeStreams);
afterAll(() => database.drop());

const orderOf = ({ tenantId, marlowe, priya }: Fernleigh) =>
  insert(database.owner, "work_orders", {
    ...{ tenant_id: tenantId, number: randomInt(1_000_000), title: "Gutters", currency: "AUD" },
    ...{ property_id: marlowe, manager_id: priya },
  });

type Sql = Pick<TestDatabase["owner"], "unsafe">;

/** Writes one happening of the order; answers with its id and its transaction. */
async function happens(sql: Sql = database.owner, tenantId = fernleigh.tenantId, of = orderId) {
  const [event] = await sql.unsafe<{ id: number; tx: bigint }[]>(
    `insert into events (tenant_id, kind, actor, work_order_id) values ($1, 'work-order.accepted', 'system', $2)
     returning id::int, tx::text`,
    [tenantId, of],
  );
  if (!event) throw new Error("Nothing was written.");
  return { id: event.id, tx: BigInt(event.tx) };
}

const happenOften = (times: number) =>
  database.owner`
    insert into events (tenant_id, kind, actor, work_order_id)
    select ${fernleigh.tenantId}, 'work-order.accepted', 'system', ${orderId} from generate_series(1, ${times}::int)`;

/** Waits until cursors have passed a transaction: whatever else is at work on the server holds them back. */
const settled = (tx: bigint) =>
  expect.poll(async () => BigInt(await readCursor()) > tx, { timeout: 50_000 }).toBe(true);

type Told = { event: string; cursor: string; id: number | undefined };

/** An open inbox: everything that its stream told it, in order. */
function inbox(cursor: string, tenantId = fernleigh.tenantId, describeEvent: Describe = async () => ({})) {
  const told: Told[] = [];
  const reader = openStream(systemScope(tenantId), cursor, describeEvent, async () => true).getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      told.push(...blocks.map(parsed).filter(({ event }) => event !== ""));
    }
  };
  const over = read();
  const ids = () => told.flatMap(({ event, id }) => (event === "happening" && id !== undefined ? [id] : []));
  return {
    told,
    ids,
    ready: () => expect.poll(() => told.some(({ event }) => event === "ready")).toBe(true),
    hears: (...expected: number[]) => expect.poll(ids, { interval: 5, timeout: 10_000 }).toEqual(expected),
    leave: async () => {
      await reader.cancel();
      await over;
      return told.at(-1)?.cursor ?? cursor;
    },
    over,
  };
}

function parsed(block: string): Told {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
  const sent = JSON.parse(field("data") || "{}") as { id?: number };
  return { event: field("event"), cursor: field("id"), id: sent.id };
}

describe("the live stream", () => {
  test("[A4] tells a happening once to each inbox of its business, and to no other business's", async () => {
    const theirs = await makeFernleigh(database.owner);
    const cursor = await readCursor();
    const [first, second, other] = [inbox(cursor), inbox(cursor), inbox(cursor, theirs.tenantId)];
    await Promise.all([first.ready(), second.ready(), other.ready()]);
    const one = await happens();
    const foreign = await happens(database.owner, theirs.tenantId, await orderOf(theirs));
    const two = await happens();
    await Promise.all([first.hears(one.id, two.id), second.hears(one.id, two.id), other.hears(foreign.id)]);
  });

  test("[A4] tells what happens to a document as well, and nothing of what no page of work shows", async () => {
    const open = inbox(await readCursor());
    await open.ready();
    const tell = async (kind: string, documentId: string | null) => {
      const [event] = await database.owner<{ id: number }[]>`
        insert into events (tenant_id, kind, actor, document_id)
        values (${fernleigh.tenantId}, ${kind}, 'system', ${documentId}) returning id::int`;
      return event?.id ?? 0;
    };
    await tell("settings.changed", null);
    const asked = await tell("document.asked", crypto.randomUUID());
    await open.hears(asked);
  });

  test("[A4] tells nothing of what was rolled back", async () => {
    const open = inbox(await readCursor());
    await open.ready();
    await database.owner
      .begin(async (tx) => {
        await happens(tx);
        throw new Error("It did not happen.");
      })
      .catch(() => {});
    const real = await happens();
    await open.hears(real.id);
  });

  test("[A4] is described once for all the inboxes of a business", async () => {
    let times = 0;
    const counted: Describe = async () => {
      times += 1;
      return {};
    };
    const cursor = await readCursor();
    const inboxes = Array.from({ length: 20 }, () => inbox(cursor, fernleigh.tenantId, counted));
    await Promise.all(inboxes.map((each) => each.ready()));
    const { id } = await happens();
    await Promise.all(inboxes.map((each) => each.hears(id)));
    expect(times).toBe(1);
  });

  test("[A4] begins where the page was read, so that what happened between the page and its stream is told", async () => {
    await happens();
    const cursor = await readCursor();
    const meanwhile = await happens();
    // Where any transaction of the server was open, what was read already may be told again, and the page drops it.
    await expect.poll(inbox(cursor).ids, { interval: 5, timeout: 10_000 }).toContain(meanwhile.id);
  });
});

describe("after a lost connection", () => {
  test("[A4] nothing is missed and nothing is doubled, though transactions settle out of order", async () => {
    const before = inbox(await readCursor());
    await before.ready();
    const { early, late, cursor } = await database.owner.begin(async (tx) => {
      const early = await happens(tx);
      const late = await happens();
      await before.hears(late.id);
      return { early, late, cursor: await before.leave() };
    });
    expect(early.tx).toBeLessThan(late.tx);
    const after = inbox(cursor);
    await after.ready();
    await expect.poll(after.ids).toContain(early.id);
    expect(after.ids().filter((id) => id === early.id)).toHaveLength(1);
    expect(new Set([...before.ids(), ...after.ids()])).toEqual(new Set([early.id, late.id]));
  });

  test("[A4] a cursor never passes what was not told yet, wherever in the stream the connection breaks", async () => {
    const slow: Describe = async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, id % 3 === 0 ? 15 : 0));
      return {};
    };
    const start = await readCursor();
    const open = inbox(start, fernleigh.tenantId, slow);
    const written = [await happens()];
    await open.ready();
    for (let round = 0; round < 20; round += 1) {
      written.push(...(await Promise.all([happens(), happens(), happens()])));
    }
    await expect.poll(() => open.ids().length, { timeout: 15_000 }).toBe(written.length);
    const missed = open.told.flatMap(({ cursor }, place) => {
      const toldByThen = new Set(open.told.slice(0, place + 1).map(({ id }) => id));
      return written
        .filter(({ id, tx }) => tx < BigInt(cursor) && !toldByThen.has(id))
        .map(({ id }) => [place, id]);
    });
    expect(missed).toEqual([]);
    expect(new Set(open.ids()).size).toBe(written.length);
  });

  test("[A4] of the server's own to the database, what happened meanwhile arrives, once", async () => {
    const open = inbox(await readCursor());
    await open.ready();
    const first = await happens();
    await open.hears(first.id);
    const name = database.owner.options.database;
    await database.owner.unsafe(`revoke connect on database ${name} from public`);
    const killed = await database.owner`
      select pg_terminate_backend(pid, 5000) as gone from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    expect(killed).toEqual([{ gone: true }]);
    const meanwhile = [await happens(), await happens()].map(({ id }) => id);
    await database.owner.unsafe(`grant connect on database ${name} to public`);
    await open.hears(first.id, ...meanwhile);
    const last = await happens();
    await open.hears(first.id, ...meanwhile, last.id);
  });

  test("[A4] of a whole office at once, what each of them missed is described about once for them all", async () => {
    let times = 0;
    const counted: Describe = async () => {
      times += 1;
      return {};
    };
    const cursor = await readCursor();
    const missed = [await happens(), await happens(), await happens()].map(({ id }) => id);
    const inboxes = Array.from({ length: 50 }, () => inbox(cursor, fernleigh.tenantId, counted));
    await Promise.all(inboxes.map((each) => each.hears(...missed)));
    expect(times).toBeLessThanOrEqual(3 * missed.length);
  });

  test("[A4] one that is far behind is told to read itself anew, and the others are told the news", async () => {
    const start = await readCursor();
    await happenOften(501);
    const { id, tx } = await happens();
    await settled(tx);
    const [behind, present] = [inbox(start), inbox(String(tx))];
    await Promise.all([behind.ready(), present.hears(id)]);
    expect(behind.told.map(({ event }) => event)).toEqual(["reset", "ready"]);
  });

  test("[A4] that missed more than 500 happenings, a page is told to read itself anew", async () => {
    const cursor = await readCursor();
    await happenOften(501);
    await settled((await happens()).tx);
    const open = inbox(cursor);
    await open.ready();
    expect(open.told.map(({ event }) => event)).toEqual(["reset", "ready"]);
    const { id } = await happens();
    await open.hears(id);
  });
});

test("a server that stops ends every stream", async () => {
  const open = [inbox(await readCursor()), inbox(await readCursor())];
  await Promise.all(open.map((each) => each.ready()));
  closeStreams();
  await Promise.all(open.map((each) => each.over));
});
