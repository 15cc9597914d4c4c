import { describe, expect, it } from "vitest";
import type { InboxRow, Lane } from "@/lib/work-orders/views";
import { type LanePage, type Lanes, patchLanes } from "./lanes";

const page = (rows: InboxRow[], beside: Partial<LanePage> = {}): LanePage => ({
  rows,
  moreHref: null,
  backHref: null,
  ...beside,
});

function row(id: string, lane: Lane, rank: string): InboxRow {
  return {
    id,
    opens: { order: 2187 },
    title: "Hot-water unit leaking",
    under: "14 Marlowe St, Cooks Hill · Harbour Plumbing",
    lane,
    chip: { tone: "accepted", text: "Accepted 14:31" },
    line: "",
    clock: "14:31",
    rank: `${rank}~${id}`,
  };
}

const drain = row("drain", "needs-you", "1~2026-04-24T11:02");
const oven = row("oven", "in-motion", "0~2026-04-24T11:05");
const window = row("window", "in-motion", "0~2026-04-23T08:30");
const lanes: Lanes = { "needs-you": page([drain]), "in-motion": page([oven, window]), done: page([]) };
const ids = ({ rows }: LanePage) => rows.map(({ id }) => id);

describe("the inbox's lanes", () => {
  it("[A4] move a row to its new lane, at its rank, and leave none behind", () => {
    const asked = row("window", "needs-you", "0~2026-04-24T11:40");
    const after = patchLanes(lanes, [{ subject: "window", row: asked }], true);
    expect(ids(after["needs-you"])).toEqual(["window", "drain"]);
    expect(ids(after["in-motion"])).toEqual(["oven"]);
  });

  it("[A4] take a changed row to the top of its own lane", () => {
    const moved = row("window", "in-motion", "0~2026-04-24T12:00");
    expect(ids(patchLanes(lanes, [{ subject: "window", row: moved }], true)["in-motion"])).toEqual([
      "window",
      "oven",
    ]);
  });

  it("drop a row that is in no lane any more", () => {
    expect(ids(patchLanes(lanes, [{ subject: "drain", row: null }], true)["needs-you"])).toEqual([]);
  });

  it("show only the newest of several changes to one order", () => {
    const patches = [
      { subject: "oven", row: row("oven", "needs-you", "0~2026-04-24T11:50") },
      { subject: "oven", row: row("oven", "done", "0~2026-04-24T11:55") },
    ];
    const after = patchLanes(lanes, patches, true);
    expect([ids(after["needs-you"]), ids(after["in-motion"]), ids(after.done)]).toEqual([
      ["drain"],
      ["window"],
      ["oven"],
    ]);
  });

  it("leave a row to the page that it belongs to", () => {
    const old = row("tap", "in-motion", "0~2026-04-01T08:00");
    const paged = { ...lanes, "in-motion": page([oven, window], { moreHref: "/inbox?more" }) };
    expect(ids(patchLanes(paged, [{ subject: "tap", row: old }], true)["in-motion"])).toEqual([
      "oven",
      "window",
    ]);
    const newer = row("tap", "in-motion", "0~2026-04-24T12:00");
    const second = { ...lanes, "in-motion": page([oven, window], { backHref: "/inbox" }) };
    expect(ids(patchLanes(second, [{ subject: "tap", row: newer }], true)["in-motion"])).toEqual([
      "oven",
      "window",
    ]);
  });

  it("let in no stranger while the list is narrowed", () => {
    const stranger = row("tap", "in-motion", "0~2026-04-24T12:00");
    expect(ids(patchLanes(lanes, [{ subject: "tap", row: stranger }], false)["in-motion"])).toEqual([
      "oven",
      "window",
    ]);
  });

  it("[A4] take in a document that waits, beside the orders, and let it go once it does not", () => {
    const asked = {
      ...row("scope", "needs-you", "1~2026-04-24T11:40"),
      opens: { document: "scope", client: "ellen" },
    };
    const after = patchLanes(lanes, [{ subject: "scope", row: asked }], true);
    expect(ids(after["needs-you"])).toEqual(["scope", "drain"]);
    expect(ids(patchLanes(after, [{ subject: "scope", row: null }], true)["needs-you"])).toEqual(["drain"]);
  });
});
