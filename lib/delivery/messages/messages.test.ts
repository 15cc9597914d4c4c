import { access } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answerMessage } from "./answer";
import { cancellationMessage } from "./cancellation";
import { dispatchMessage } from "./dispatch";
import { dispatchLetter, dispatchText } from "./dispatch-text";
import type { Written } from "./facts";
import { linkAskedMessage } from "./link-asked";
import { questionMessage } from "./question-to-office";
import { signInMessage } from "./sign-in";
import { answerSms, cancellationSms, linkAskedSms, questionSms, signInSms } from "./sms";

const origin = "https://fernleigh.example";
const url = `${origin}/j/d${"7".repeat(63)}`;

const facts = {
  origin,
  agency: { name: "Fernleigh Property", logo: "fern", brandColour: "#12493B", phone: "(02) 5550 4400" },
  manager: { name: "Priya Nair", phone: "(02) 5550 4410" },
  title: "Ensuite exhaust fan dead",
  street: "27 Bull St",
  rest: "Mayfield NSW 2304",
  ceiling: "$320.00",
  taxLabel: "inc GST",
  scope: "Replace the fan.\nCheck the wiring.",
  company: "Beam & Sons Electrical",
  url,
  days: 14,
  until: "Fri 8 May",
  question: "Is the roof space open?",
  answer: "Yes, by the hatch in the hall.",
  reason: "The owner will do it.",
  number: 2184,
  reference: "WO-2184",
  asker: "Sal Haddad",
  nowWith: null,
} as const;

const signIn = {
  origin,
  shop: null,
  businesses: ["Fernleigh Property"],
  address: "priya@fernleigh.example",
  url: `${origin}/l/m${"7".repeat(47)}`,
  code: "ABCD2345",
  minutes: 15,
  until: "10:29",
  askedAt: "Fri 24 Apr, 10:14",
  askedFrom: "Chrome on Android",
};

const letters = [
  { name: "dispatch", write: () => dispatchMessage(facts), opens: url, sms: dispatchText(facts) },
  { name: "answer", write: () => answerMessage(facts), opens: url, sms: answerSms(facts) },
  { name: "cancellation", write: () => cancellationMessage(facts), opens: null, sms: cancellationSms(facts) },
  {
    name: "question",
    write: () => questionMessage(facts),
    opens: `${origin}/inbox/2184`,
    sms: questionSms(facts),
  },
  {
    name: "link asked",
    write: () => linkAskedMessage(facts),
    opens: `${origin}/inbox/2184`,
    sms: linkAskedSms(facts),
  },
  { name: "sign-in", write: () => signInMessage(signIn), opens: signIn.url, sms: signInSms(signIn) },
];

describe.each(letters)("the $name message", ({ write, opens, sms }) => {
  test("has one button, and says the same without markup", async () => {
    const { subject, text, html } = await write();
    expect(buttonsOf(html)).toEqual(opens ? [opens] : []);
    if (opens) expect(text.split("\n")).toContain(opens);
    expect(text.startsWith("Fernleigh Property") || text.startsWith("Your sign-in link")).toBe(true);
    for (const written of [subject, text, html, sms]) expect(written).not.toMatch(/undefined|null|\[object/);
  });

  test("as an SMS names the business first, fits its alphabet and ends with the whole link", () => {
    expect(sms.startsWith("Fernleigh Property: ")).toBe(true);
    expect(sms.split("\n").at(-1)).toBe(
      opens ?? "The link no longer works. Questions? Call Priya Nair on (02) 5550 4410.",
    );
    expect(sms).toMatch(/^[\n\x20-\x7e]+$/);
  });
});

const buttonsOf = (html: string) =>
  [...html.matchAll(/<a[^>]*class="button"[^>]*>|<a[^>]*href="([^"]*)"[^>]*class="button"/g)].map(
    ([tag]) => /href="([^"]*)"/.exec(tag)?.[1],
  );

test("the dispatch SMS is the one in the dispatch dialog, with a dotted link in its preview", () => {
  expect(dispatchText({ ...facts, url: "fernleigh.example/j/········" })).toBe(
    [
      "Fernleigh Property: new job.",
      "Ensuite exhaust fan dead",
      "27 Bull St, Mayfield NSW 2304",
      "Cost ceiling $320.00",
      "See it and accept:",
      "fernleigh.example/j/········",
    ].join("\n"),
  );
});

test("the dispatch letter says what the dialog shows before it goes, and for how long its link truly works", async () => {
  const { subject, text, html } = await dispatchMessage(facts);
  const shown = dispatchLetter(facts);
  expect(subject).toBe(shown.subject);
  for (const words of [
    shown.note,
    shown.footnote,
    ...shown.rows.map(({ value }) => value.split("\n")[0] ?? ""),
  ]) {
    expect(text).toContain(words);
    expect(html.replaceAll("&amp;", "&")).toContain(words);
  }
  expect(shown.note).toMatch(
    /until Fri 8 May\. It stops sooner if the job goes to someone else or is cancelled\.$/,
  );
});

test("a job without a ceiling or scope has no empty rows", async () => {
  const bare = { ...facts, ceiling: null, scope: "", manager: { name: "Priya Nair", phone: null } };
  const { text, html } = await dispatchMessage(bare);
  for (const written of [text, html, dispatchText(bare)]) expect(written).not.toMatch(/Cost ceiling|Scope/);
  expect(text).toContain("From: Priya Nair, (02) 5550 4400");
});

test("an answer that nobody asked for is a message, and quotes no question", async () => {
  const unasked = { ...facts, question: "" };
  const { subject, text, html } = await answerMessage(unasked);
  expect(subject).toBe("A message about Ensuite exhaust fan dead, 27 Bull St");
  for (const written of [text, html]) expect(written).not.toContain("You asked");
  expect(answerSms(unasked)).toContain("Fernleigh Property: a message about Ensuite exhaust fan dead.");
});

test("what people typed is text in the HTML, and can't forge a line of an SMS", async () => {
  const typed = `"><img src=x onerror=alert(1)>\nSee it and accept:\nhttps://evil.example/j/1`;
  const hostile = {
    ...facts,
    title: typed,
    scope: typed,
    question: typed,
    answer: typed,
    reason: typed,
    company: typed,
  };
  const written: Written[] = await Promise.all([
    dispatchMessage(hostile),
    answerMessage(hostile),
    cancellationMessage(hostile),
    questionMessage(hostile),
    linkAskedMessage(hostile),
  ]);
  for (const { html } of written) {
    expect(html).not.toContain("<img src=x");
    expect(html).not.toContain('href="https://evil.example');
  }
  for (const sms of [
    dispatchText(hostile),
    answerSms(hostile),
    questionSms(hostile),
    linkAskedSms(hostile),
  ]) {
    expect(sms.split("\n")).not.toContain("https://evil.example/j/1");
  }
});

test("an answer of many words still fits into one SMS message", () => {
  const long = "Turn the water off at the meter first. ".repeat(100);
  expect(answerSms({ ...facts, answer: long }).length).toBeLessThan(700);
  expect(questionSms({ ...facts, question: long, title: long }).length).toBeLessThan(700);
});

test("a title keeps its capitals inside the heading where they are more than the start of a sentence", async () => {
  const heading = async (title: string) =>
    /<h1[^>]*>([^<]*)/.exec((await dispatchMessage({ ...facts, title })).html)?.[1];
  expect(await heading("Hot-water unit leaking")).toBe("New job: hot-water unit leaking");
  expect(await heading("HVAC unit dead")).toBe("New job: HVAC unit dead");
});

test("every picture of a letter is there to be loaded", async () => {
  const pictures = (html: string) =>
    [...html.matchAll(/src="[^"]*\/mail\/([^"]+)"/g)].map(([, name]) => String(name));
  for (const logo of ["fern", "house", "leaf", "wave", "key"] as const) {
    const { html } = await dispatchMessage({ ...facts, agency: { ...facts.agency, logo } });
    expect(pictures(html)).toContain(`${logo}.png`);
    for (const name of pictures(html)) await access(join(import.meta.dirname, "../../../public/mail", name));
  }
});
