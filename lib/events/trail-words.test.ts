import { describe, expect, test } from "vitest";
import { happeningKinds } from "@/db/schema/events";
import type { HappeningKind } from "./record";
import type { Happened } from "./trail";
import { abouts, iconOf, kindsAbout, trailWords, whoOrWhere } from "./trail-words";

const reading = {
  ...{ zone: "Australia/Sydney", locale: "en-AU" },
  money: (cents: number) => `$${(cents / 100).toFixed(2)}`,
};
const gordon = { id: "1", name: "Gordon Tully", isClient: true };

const happened = (kind: HappeningKind, more: Partial<Happened> = {}): Happened => ({
  ...{ id: 1, at: new Date("2026-04-24T01:24:00Z"), kind, actor: "member", actorName: "Priya Nair" },
  ...{ detail: {}, contact: gordon, orderNumber: null, document: null, link: null },
  ...more,
});

const says = (kind: HappeningKind, more: Partial<Happened> = {}) =>
  trailWords[kind].says(happened(kind, more), reading);

const smsLogin: NonNullable<Happened["link"]> = {
  purpose: "portal-login",
  channel: "sms",
  address: "+61491573770",
  wasAskedFor: true,
};

describe("the words of the trail", () => {
  test.each(happeningKinds)(
    "[C6] %s has a sentence even where nothing is known of it but that it happened",
    (kind) => {
      const sentence = says(kind, { actorName: "", contact: null });
      expect(sentence).toMatch(/\S/);
      expect(sentence).not.toMatch(/undefined|null|NaN|Invalid/);
    },
  );

  test("[C6] every kind stands under one of the five things that the trail is narrowed to", () => {
    const all = (Object.keys(abouts) as (keyof typeof abouts)[]).flatMap(kindsAbout);
    expect([...all].sort()).toEqual([...happeningKinds].sort());
  });

  test("[X2] a link’s life reads as it went: issued, sent, blocked, opened by a machine, spent", () => {
    const detail = { channel: "sms", to: "+61491573770", message: "portal-login" };
    const blocked = { ...detail, reason: "The carrier blocks short codes" };
    expect([
      says("link.issued", { link: smsLogin }),
      says("link.sent", { link: smsLogin, detail }),
      says("link.bounced", { link: smsLogin, detail: blocked }),
      says("link.machine-looked", { link: smsLogin }),
      says("link.spent", { link: smsLogin }),
      says("link.refused", { link: smsLogin, detail: { state: "spent" } }),
    ]).toEqual([
      "Sign-in link issued by SMS",
      "Sign-in link sent by SMS",
      "SMS not delivered. The carrier blocks short codes",
      "A machine looked at the sign-in link. Nothing was opened",
      "Sign-in link used and spent. Session started",
      "Sign-in link refused: it was used before",
    ]);
  });

  test("[C6] a link whose row was swept is still told by what its happening kept", () => {
    expect(says("link.issued", { detail: { purpose: "scope-review", channel: "email" } })).toBe(
      "Scope review link issued by email",
    );
    expect(says("link.sent", { detail: { message: "cancellation", channel: "sms" } })).toBe(
      "Cancellation sent by SMS",
    );
  });

  test("[C6] it is said who did it, or where: the address, the browser, the page that asked", () => {
    const where = (kind: HappeningKind, more: Partial<Happened>) => whoOrWhere(happened(kind, more));
    expect(where("link.issued", { link: smsLogin })).toEqual({ words: "Asked for at /client-login" });
    expect(where("link.issued", { link: { ...smsLogin, wasAskedFor: false } })).toEqual({
      words: "Priya Nair",
    });
    expect(where("link.bounced", { detail: { to: "+61491573770" } })).toEqual({ address: "+61491573770" });
    const device = { device: "Safari on iOS" };
    expect(where("link.spent", { actorName: "Gordon Tully", detail: device })).toEqual({
      words: "Safari on iOS",
    });
    expect(where("link.spent", { actorName: "Alice Tully", detail: device })).toEqual({
      words: "Alice Tully, Safari on iOS",
    });
    expect(where("document.asked", { actorName: "Gordon Tully", detail: { letInBy: "recovery" } })).toEqual({
      words: "Gordon Tully, let in by a recovery link",
    });
    expect(iconOf(happened("link.issued", { link: smsLogin }))).toBe("sms");
  });

  test("[C6] who was signed out is told in the sentence, and who did it beside it", () => {
    const ended = { actorName: "Priya Nair", detail: { person: "Dana Fox", device: "Chrome on macOS" } };
    expect(says("session.revoked", ended)).toBe("Signed out Dana Fox on Chrome on macOS");
    expect(whoOrWhere(happened("session.revoked", ended))).toEqual({ words: "Priya Nair" });
    const older = { detail: { device: "Chrome on macOS" } };
    expect(says("session.revoked", older)).toBe("Signed out on Chrome on macOS");
    expect(says("session.ended", ended)).toBe("Signed out");
    expect(whoOrWhere(happened("session.ended"))).toEqual({ words: "Priya Nair" });
  });

  test("[X2] a link is said to be put away because somebody was in already only where that is so", () => {
    const because = (reason: string) =>
      says("link.discarded", { link: smsLogin, detail: { reason }, actorName: "" });
    expect(because("already-in")).toBe("Sign-in link put away: they were signed in there already");
    expect(because("other-shop-chosen")).toBe("Sign-in link put away, unused");
  });

  test("[C6] a time is written as the business that reads it does", () => {
    const event = happened("work-order.scheduled", { detail: { scheduledFor: "2026-04-24T19:31:00Z" } });
    const inAustin = { ...reading, zone: "America/Chicago", locale: "en-US" };
    expect(trailWords["work-order.scheduled"].says(event, inAustin)).toBe(
      "Scheduled for Fri, Apr 24, 2:31 PM",
    );
    expect(trailWords["work-order.scheduled"].says(event, reading)).toBe("Scheduled for Sat 25 Apr, 05:31");
  });

  test("[C6] a long text is cut", () => {
    const sentence = says("work-order.question", { detail: { question: "Why? ".repeat(200) } });
    expect(sentence.length).toBeLessThan(220);
    expect(sentence.endsWith("…”")).toBe(true);
  });
});
