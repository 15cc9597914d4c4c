import { describe, expect, test } from "vitest";
import { type Caller, cantGetIn } from "./cant-get-in";
import type { Link } from "./link-trail";

const moment = { now: new Date("2026-04-24T01:24:00Z"), zone: "Australia/Sydney", locale: "en-AU" };
const at = (clock: string, day = "2026-04-24") => new Date(`${day}T${clock}:00+10:00`);
const phone = "+61491573770";
const email = "gordon@tully.example";

function link(issued: Date, more: Partial<Link> = {}): Link {
  return {
    ...{ tenantId: "", id: "", purpose: "portal-login", class: "single-use", channel: "sms", address: phone },
    ...{ contactId: "", memberId: null, workOrderId: null, documentId: null, sentWith: null },
    ...{ issuedAt: issued, expiresAt: new Date(issued.getTime() + 1_800_000), sentAt: issued },
    ...{ deliveredAt: null, bouncedAt: null, bounceReason: null, machineLookedAt: null, machineLooks: 0 },
    ...{ openedAt: null, spentAt: null, discardedAt: null, retiredAt: null, retiredReason: null },
    ...{ askedBy: null, askedFrom: null, codeTries: 0, spentBy: null, closedAt: null, closedAs: null },
    ...more,
  };
}

const blocked = (clock: string) =>
  link(at(clock), { bouncedAt: at(clock), bounceReason: "The carrier blocks short codes" });
const invitation = link(at("09:15", "2026-04-20"), {
  ...{ purpose: "portal-invitation", channel: "email", address: email },
  deliveredAt: at("09:16", "2026-04-20"),
});

const gordon: Caller = {
  ...{ active: true, portalAccess: true, email, phone, devices: [] },
  links: [blocked("11:20"), blocked("11:09"), invitation],
};

const steps = (caller: Partial<Caller>) => cantGetIn({ ...gordon, ...caller }, moment);
const here = (caller: Partial<Caller>) => steps(caller).find(({ state }) => state === "here");
const sends = (caller: Partial<Caller>) =>
  steps(caller).flatMap(({ acts }) => acts.flatMap((act) => (act.kind === "send" ? [act.channel] : [])));

describe("[C6] somebody can’t get in", () => {
  test("whose SMS is blocked is sent an e-mail, and a recovery link stands by", () => {
    expect(steps({}).map(({ title, words, state }) => [state, title, words])).toEqual([
      ["done", "Contact is right", `Active. Check with them: 0491 573 770 and ${email}.`],
      ["done", "Link was issued", "Twice today, both by SMS."],
      [
        "here",
        "Not delivered: try the other channel",
        "The carrier blocks short codes. Email has worked before.",
      ],
      [
        "next",
        "Still stuck: recovery link",
        "One use, 30 minutes. Read it to them, or send it yourself. With it they read everything, and can’t sign or approve. Recorded under your name.",
      ],
    ]);
    expect(steps({}).flatMap(({ acts }) => acts)).toEqual([
      { kind: "send", channel: "email", address: email },
      { kind: "recover", address: phone },
    ]);
  });

  test("a client who is not active is offered nothing but the way to their page", () => {
    const all = steps({ active: false });
    expect(all[0]).toMatchObject({ state: "here", title: "This client is not active" });
    expect(all.flatMap(({ acts }) => acts.map(({ kind }) => kind))).not.toContain("send");
    expect(all.flatMap(({ acts }) => acts.map(({ kind }) => kind))).not.toContain("recover");
  });

  test("a client without portal access is told apart: only links to documents work, and it can be switched on", () => {
    const found = here({ portalAccess: false });
    expect(found?.words).toContain("Only links to documents work");
    expect(found?.acts).toEqual([{ kind: "client", words: "Switch it on" }]);
    expect(sends({ portalAccess: false })).toEqual([]);
  });

  test("a person without an address can’t be sent anything, nor be given a recovery link", () => {
    expect(here({ email: null, phone: null, links: [] })?.title).toBe("There is no address");
    expect(sends({ email: null, phone: null })).toEqual([]);
  });

  test("without a link in the last day one is sent, by either channel", () => {
    const found = here({ links: [invitation] });
    expect(found).toMatchObject({ name: "issued", title: "No link was issued" });
    expect(sends({ links: [invitation] })).toEqual(["sms", "email"]);
  });

  test("with one address alone, a message that did not arrive leads to the address", () => {
    const found = here({ email: null });
    expect(found?.title).toBe("Not delivered: there is no other channel");
    expect(found?.acts).toEqual([{ kind: "client", words: "Change the address" }]);
  });

  test("a link that waits, or whose delivery nobody confirmed, leaves the other channel to try", () => {
    expect(here({ links: [link(at("11:23"), { sentAt: null })] })?.title).toBe("On its way");
    expect(here({ links: [link(at("11:20"))] })).toMatchObject({
      title: "Delivery is not confirmed",
      acts: [{ kind: "send", channel: "email" }],
    });
  });

  test("a link that arrived and opens leaves only the recovery link", () => {
    const arrived = link(at("11:20"), { deliveredAt: at("11:21") });
    expect(here({ links: [arrived] })?.name).toBe("recovery");
    const opened = steps({ links: [{ ...arrived, openedAt: at("11:22") }] })[2];
    expect(opened?.words).toBe("Opened 11:22 and not used. Ask them to open it again and tap Continue.");
  });

  test.each<[string, Partial<Link>, string]>([
    ["used", { spentAt: at("11:05") }, "They are signed in on Safari on iOS."],
    ["used yesterday", { spentAt: at("23:00", "2026-04-23") }, "was used Thu 23:00, and"],
    ["put away", { discardedAt: at("11:05") }, "was put away, unused."],
    ["of something paid", { closedAt: at("11:05"), closedAs: "paid" }, "What it opened is settled (paid)."],
    ["ended", { retiredAt: at("11:05") }, "ended before it was used"],
    ["run out", { expiresAt: at("11:05") }, "ran out at 11:05"],
  ])("a link that was %s is told as that, and a new one may be sent either way", (_, end, words) => {
    const over = link(at("10:35"), { deliveredAt: at("10:36"), ...end });
    const found = here({ links: [over], devices: ["Safari on iOS"] });
    expect(found?.title).toBe("Send a new link");
    expect(found?.words).toContain(words);
    expect(found?.acts.map((act) => act.kind === "send" && act.channel)).toEqual(["sms", "email"]);
  });

  test("a standing link that was opened opens its document again, and nothing is to be confirmed", () => {
    const standing = link(at("11:20"), { purpose: "invoice", class: "standing", openedAt: at("11:22") });
    expect(steps({ links: [standing] })[2]).toMatchObject({
      title: "Link was delivered",
      words: "Opened 11:22. It opens that document alone, any number of times.",
    });
  });

  test("what was yesterday is told with its day, and in the words of the business", () => {
    const late = at("23:00", "2026-04-23");
    const sent = link(late, { expiresAt: at("12:00") });
    expect(here({ links: [sent] })?.words).toContain("Sent to 0491 573 770 Thu 23:00.");
    const told = cantGetIn(
      { ...gordon, links: [{ ...sent, deliveredAt: late }] },
      { ...moment, locale: "en-US" },
    );
    expect(told[2]?.words).toContain("To 0491 573 770 Thu 11:00 PM.");
  });

  test("a recovery link is not counted as one that was sent", () => {
    const recovery = link(at("11:22"), { purpose: "recovery", channel: "copy", address: email });
    expect(steps({ links: [recovery, ...gordon.links] })[1]?.words).toBe("Twice today, both by SMS.");
  });
});
