import { describe, expect, test } from "vitest";
import { documentMessage } from "./document";
import { documentOverMessage } from "./document-over";
import { documentWords } from "./document-words";
import { type DocumentFacts, occasions, type Says } from "./facts";
import { clientSaidSms, documentOverSms, documentSms } from "./sms";

const origin = "https://latchkey.example";

const ellen: Omit<DocumentFacts, "kind" | "occasion"> = {
  origin,
  agency: { name: "Readwell Builders", logo: "house", brandColour: "#8A3A24", phone: "(512) 555-0110" },
  person: "Ellen Marsh",
  url: `${origin}/l/c${"7".repeat(63)}`,
  until: "Fri, May 1",
  says: {},
  title: "Kitchen and rear addition",
  hasFile: false,
  standing: false,
};

const kinds = ["contract", "scope", "selections", "appointment", "invoice", "service-report"] as const;

/** As much as an occasion can have to say. */
const all: Says = {
  due: "Fri, May 1",
  when: "Thu, Apr 30, 9:00 to 11:00 AM",
  place: "118 Quarry Bend, Austin",
  words:
    "We’ve kept the soapstone for you. The splashback is out of stock until June, so please choose another one, and tell us whether the tap may stay as it is. We can hold the price of it until the end of the month.",
  by: "June Okafor",
  revision: "2",
};

const every = kinds.flatMap((kind) =>
  occasions.flatMap((occasion) =>
    [{}, all].map((says) => ({
      ...ellen,
      kind,
      occasion,
      says,
      name: `${kind}, ${occasion}, ${Object.keys(says).length} facts`,
    })),
  ),
);

describe.each(every)("[C4] what a client is told: $name", ({ name: _, ...facts }) => {
  test("has a subject, one button, and the same words without markup", async () => {
    const { subject, text, html } = await documentMessage(facts);
    expect(buttonsOf(html)).toEqual([facts.url]);
    expect(text.split("\n").filter((line) => line.includes("/l/"))).toEqual([facts.url]);
    expect(subject).toContain("Kitchen and rear addition");
    expect(html).toContain("background-color:#8A3A24");
    for (const written of [subject, text, html, documentSms(facts)])
      expect(written).not.toMatch(/undefined|null|\[object|: *$|[^.]\.\.[^.]| ,|“”/);
    for (const row of documentWords(facts).rows) expect(text).toContain(`${row.label}: ${row.value}`);
  });

  test("as an SMS names the shop first, ends with the whole link, and costs three texts at most", () => {
    const sms = documentSms({
      ...facts,
      title: "The kitchen, the rear addition, and the laundry that goes with them",
    });
    expect(sms.startsWith("Readwell Builders: ")).toBe(true);
    expect(sms.split("\n").at(-1)).toBe(facts.url);
    expect(sms).toMatch(/^[\n\x20-\x5a\x61-\x7a]+$/);
    expect(sms.length).toBeLessThanOrEqual(3 * 153);
  });
});

const subjectOf = async (facts: Partial<DocumentFacts> & Pick<DocumentFacts, "kind" | "occasion">) =>
  (await documentMessage({ ...ellen, ...facts })).subject;

test("a subject says what happened before what it happened to", async () => {
  const { when } = all;
  expect(await subjectOf({ kind: "scope", occasion: "revised", says: { revision: "2" } })).toBe(
    "Revision 2 of Kitchen and rear addition",
  );
  expect(await subjectOf({ kind: "contract", occasion: "reminder", says: { due: "Fri, May 1" } })).toBe(
    "Reminder: Kitchen and rear addition",
  );
  expect(await subjectOf({ kind: "appointment", occasion: "moved", says: { when } })).toBe(
    "Moved to Thu, Apr 30, 9:00 to 11:00 AM: Kitchen and rear addition",
  );
  expect(await subjectOf({ kind: "appointment", occasion: "reminder", says: { when } })).toBe(
    "Reminder: Thu, Apr 30, 9:00 to 11:00 AM, Kitchen and rear addition",
  );
  expect(await subjectOf({ kind: "contract", occasion: "complete", hasFile: true })).toBe(
    "Signed by everybody: Kitchen and rear addition (PDF attached)",
  );
});

test("a reminder says by when, and does no more than remind", async () => {
  const facts = { ...ellen, kind: "selections", occasion: "reminder", says: { due: "Fri, May 1" } } as const;
  const { text } = await documentMessage(facts);
  expect(text).toContain("Choose by: Fri, May 1");
  expect(text).toContain("If you’ve done it since, there’s nothing more to do.");
  expect(text).not.toMatch(/urgent|last chance|hurry|immediately|overdue|final/i);
});

test("of an appointment a client is promised no more than they may still do", async () => {
  const when = "Thu, Apr 30, 9:00 to 11:00 AM";
  const told = async (occasion: "reminder" | "confirmed" | "moved", says: Says) =>
    (await documentMessage({ ...ellen, kind: "appointment", occasion, says: { when, ...says } })).text;
  const notice = "24 hours before";
  expect(await told("reminder", { notice })).toContain("confirm it, or pick another time.");
  expect(await told("reminder", {})).toContain("See what to have ready, and confirm it.");
  expect(await told("reminder", { notice, confirmed: "yes" })).not.toMatch(/confirm it|another time/);
  expect(await told("confirmed", { notice })).toContain("move or cancel it until 24 hours before.");
  expect(await told("confirmed", {})).not.toContain("cancel");
  expect(await told("moved", {})).not.toContain("pick another");
});

test("who moved an appointment is told what they can still do, and the other one who it was", async () => {
  const when = "Thu, Apr 30, 9:00 to 11:00 AM";
  const moved = async (by: string) => {
    const says = { when, by, notice: "24 hours before" };
    return (await documentMessage({ ...ellen, kind: "appointment", occasion: "moved", says })).text;
  };
  const [own, toms] = [await moved("Ellen Marsh"), await moved("Tom Marsh")];
  expect(own).toContain("move or cancel it until 24 hours before.");
  expect(own).not.toMatch(/doesn’t suit|moved it/);
  expect(toms).toContain("Tom Marsh moved it. If the new time doesn’t suit you, pick another one there.");
});

test("what the office wrote is told as theirs, and can’t forge a line of an SMS", async () => {
  const says = { words: "See below.\nhttps://evil.example/l/1", by: "June Okafor" };
  const facts = { ...ellen, kind: "scope", occasion: "answered", says } as const;
  const { text, html } = await documentMessage(facts);
  expect(text).toContain("June Okafor: “See below.");
  expect(html).not.toContain('href="https://evil.example');
  expect(documentSms(facts).split("\n")).not.toContain("https://evil.example/l/1");
});

test("what is over is told without a link, and what a client said leads to the office’s own page", async () => {
  const over = { ...ellen, heading: "Your appointment was cancelled", words: "It was for Thu, Apr 30." };
  const { text, html, subject } = await documentOverMessage(over);
  expect(subject).toBe("Your appointment was cancelled: Kitchen and rear addition");
  expect(buttonsOf(html)).toEqual([]);
  for (const written of [text, documentOverSms(over)]) expect(written).not.toContain("/l/");
  const said = { ...ellen, did: "signed", words: "", clientId: "1", documentId: "2" };
  expect(clientSaidSms(said).split("\n").at(-1)).toBe(`${origin}/clients/1/documents/2`);
});

const buttonsOf = (html: string) =>
  [...html.matchAll(/<a[^>]*class="button"[^>]*>/g)].map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1]);
