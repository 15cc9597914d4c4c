import { describe, expect, test } from "vitest";
import { kindsOfDocument } from "@/lib/links/policy";
import { arrivalWords } from "./arrival-words";
import { documentNames, endWords, settledWords } from "./document-words";
import { accepted, type DeadReason, deadEndWords, deadReason } from "./link-words";
import { switchWords } from "./switch-words";

const reasons: DeadReason[] = ["used", "expired", "unknown", "wrong-device", "cancelled"];
const document = (kind: (typeof kindsOfDocument)[number]) =>
  ({ kind: "document", name: documentNames[kind] }) as const;
const appointment = { kind: "appointment", shop: "Greenline Lawn" } as const;
const said = (...[reason, opens, oneTap]: Parameters<typeof deadEndWords>) => {
  const { heading, sentence } = deadEndWords(reason, opens, oneTap);
  return `${heading}. ${sentence}`;
};

describe("[B15] a link that no longer opens", () => {
  test("to a document says so in the words of the design, and what happens next", () => {
    expect(said("expired", document("invoice"), false)).toBe(
      "This link has expired. Enter your email and we’ll send a new one. It opens this same invoice.",
    );
    expect(said("used", document("contract"), true)).toBe(
      "This link was already used. Each link opens once, on one phone or computer. If that was you, the contract is still open there.",
    );
    expect(said("unknown", document("contract"), false)).toBe(
      "We don’t recognise this link. Open it again from your message, or enter your email for a new one.",
    );
    expect(said("wrong-device", document("scope"), false)).toBe(
      "Sign in to see this. Each phone or browser needs its own link. Enter your email and we’ll send one.",
    );
  });

  test("to the portal asks for an email or a mobile number", () => {
    expect(said("expired", { kind: "sign-in", audience: "client" }, false)).toBe(
      "This link has expired. Enter your email or mobile number and we’ll send a new one.",
    );
  });

  test("to an appointment leads to a call, whatever the reason, and never to a field that is not there", () => {
    expect(said("expired", appointment, false)).toBe(
      "This scheduling link has expired. Your appointment hasn’t changed. To confirm it or move it, call or text Greenline Lawn.",
    );
    for (const reason of ["expired", "unknown", "cancelled"] as const)
      expect(said(reason, appointment, false)).toMatch(/call or text Greenline Lawn\.$/);
  });

  test("to an appointment with a shop that has no number asks for nobody to be called, but for one tap", () => {
    const uncalled = { kind: "appointment", shop: null } as const;
    expect(said("expired", uncalled, true)).toBe(
      "This scheduling link has expired. Your appointment hasn’t changed. Tap once and we’ll send a new link.",
    );
    for (const reason of reasons) expect(said(reason, uncalled, true)).not.toMatch(/call|null|[Ee]nter/);
  });

  test("that went to a number, or that nobody knows, takes a number as well; one that went by e-mail takes that", () => {
    const byNumber = { ...document("invoice"), byNumber: true };
    expect(accepted(document("invoice"))).toBe("email");
    expect(accepted(byNumber)).toBe("email or mobile number");
    expect(said("wrong-device", byNumber, false)).toBe(
      "Sign in to see this. Each phone or browser needs its own link. Enter your email or mobile number and we’ll send one.",
    );
    expect(said("expired", byNumber, true)).toBe(
      "This link has expired. Tap once and we’ll send a new one. It opens this same invoice.",
    );
    expect(said("unknown", byNumber, true)).toBe(
      "We don’t recognise this link. Open it again from your message, or tap once for a new one.",
    );
  });

  test("names a reason for every end of a link, and never that somebody is inactive", () => {
    expect(deadReason("holder-inactive")).toBe("unknown");
    for (const reason of reasons)
      for (const kind of kindsOfDocument)
        expect(said(reason, document(kind), false)).not.toMatch(/undefined|inactive/);
  });

  test("to what is settled says what became of it, for every kind and every end", () => {
    expect(settledWords("invoice", "paid", "Bluewater Pools")).toEqual({
      heading: "Paid, thank you",
      sentence: "This invoice is paid. There’s nothing more to pay.",
    });
    for (const kind of kindsOfDocument)
      for (const end of Object.keys(endWords) as (keyof typeof endWords)[])
        expect(settledWords(kind, end, "Bluewater Pools").heading).toMatch(
          /^This [a-z ]+$|^Paid, thank you$/,
        );
  });
});

test("[B6] before it is opened, a link says what it is, from whom, and its title", () => {
  expect(arrivalWords("contract-signature", "Readwell Builders", "Kitchen and rear addition")).toEqual({
    heading: "Your contract from Readwell Builders",
    sentence: "Kitchen and rear addition. Ready to read and sign.",
  });
  expect(arrivalWords("portal-login", "Readwell Builders").heading).toBe("Sign in to Readwell Builders");
  expect(arrivalWords("recovery", "Readwell Builders")).toEqual(
    arrivalWords("portal-login", "Readwell Builders"),
  );
});

describe("[B2] a link in a browser that somebody is signed in to says who is here and what would change", () => {
  const tom = { firstName: "Tom", shop: "Readwell Builders" };
  const ellen = { firstName: "Ellen", shop: "Readwell Builders" };
  const atGreenline = { firstName: "Ellen", shop: "Greenline Lawn" };

  test("by their names, where those differ", () => {
    expect(switchWords({ here: tom, other: atGreenline, samePerson: false })).toEqual({
      heading: "You are Tom here.",
      sentence: "This link is for Ellen. If you switch, Tom is signed out in this browser.",
      stay: "Continue as Tom",
      go: "Switch to Ellen",
    });
  });

  test("by the business, where one name is both", () => {
    expect(switchWords({ here: ellen, other: atGreenline, samePerson: true })).toEqual({
      heading: "You’re at Readwell Builders here.",
      sentence:
        "This link opens Greenline Lawn. If you go there, you are signed out of Readwell Builders in this browser.",
      stay: "Stay at Readwell Builders",
      go: "Go to Greenline Lawn",
    });
  });

  test("by saying that it is another of that name, where the business is the same as well", () => {
    expect(switchWords({ here: ellen, other: ellen, samePerson: true })).toEqual({
      heading: "You are Ellen here.",
      sentence:
        "This link is for another Ellen at Readwell Builders. If you use it, you are signed out in this browser.",
      stay: "Stay as you are",
      go: "Use this link",
    });
  });
});
