import { describe, expect, it } from "vitest";
import {
  type Happening,
  hear,
  isNews,
  isShown,
  markRead,
  readLive,
  setStanding,
  subscribe,
} from "./live-store";

const counts = { needsYou: 1, inMotion: 2, doneToday: 3, open: 4 };

function happening(id: number, number: number): Happening {
  return {
    id,
    by: null,
    counts,
    cursor: String(700 + id),
    kind: "work-order.accepted",
    subject: `order-${number}`,
    pages: [String(number)],
    row: null,
    sentence: "Job accepted: Rangehood filter",
  };
}

describe("what a page hears from the stream", () => {
  it("[A4] takes a happening once, however often a replay tells it", () => {
    expect(hear(happening(1, 2189), [])).toBe(true);
    expect(hear(happening(1, 2189), [])).toBe(false);
    expect(readLive().heard.get("order-2189")?.id).toBe(1);
  });

  it("keeps the newest counts with how far the stream was then", () => {
    hear(happening(2, 2189), []);
    expect(readLive().counts).toEqual({ cursor: "702", counts });
  });

  it("marks an order that changed unseen, until it is opened; never the one that is open", () => {
    hear(happening(3, 2190), ["2187"]);
    hear(happening(4, 2187), ["2187"]);
    expect(readLive().unread.has("order-2190")).toBe(true);
    expect(readLive().unread.has("order-2187")).toBe(false);
    markRead("order-2190");
    expect(readLive().unread.has("order-2190")).toBe(false);
  });

  it("knows whether what the page shows is about it: a document’s own page, its client’s and its project’s", () => {
    const asked: Happening = { ...happening(5, 0), subject: "scope", pages: ["scope", "ellen", "kitchen"] };
    expect([["ellen", "scope"], ["kitchen"], ["tom"], []].map((open) => isShown(asked, open))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it("tells the page of each change, and of no change twice", () => {
    let told = 0;
    const stop = subscribe(() => told++);
    setStanding("lost");
    setStanding("lost");
    stop();
    setStanding("live");
    expect(told).toBe(1);
  });

  it("knows what a page that was read later has already", () => {
    expect(isNews("9007199254740993", "9007199254740992")).toBe(true);
    expect(isNews("700", "700")).toBe(true);
    expect(isNews("699", "700")).toBe(false);
  });
});
