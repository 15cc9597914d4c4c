import { describe, expect, test } from "vitest";
import { documentMessage } from "./document";
import type { DocumentFacts, SignInFacts } from "./facts";
import { invitationMessage } from "./portal-invitation";
import { signInMessage } from "./sign-in";
import { documentSms, invitationSms, signInSms } from "./sms";

const origin = "https://latchkey.example";

const readwell = {
  origin,
  agency: { name: "Readwell Builders", logo: "house", brandColour: "#8A3A24", phone: "(512) 555-0110" },
  person: "Ellen Marsh",
  url: `${origin}/l/c${"7".repeat(63)}`,
  until: "Fri, May 1",
} as const;

const contract: DocumentFacts = {
  ...readwell,
  kind: "contract",
  occasion: "sent",
  says: {},
  title: "Kitchen and rear addition",
  hasFile: false,
  standing: false,
};

const invoice: DocumentFacts = {
  ...contract,
  agency: { name: "Bluewater Pools", logo: "wave", brandColour: "#0A5A8C", phone: null },
  kind: "invoice",
  title: "April service",
  standing: true,
  until: "Thu, Jul 23",
};

const signIn: SignInFacts = {
  origin,
  shop: readwell.agency,
  businesses: ["Readwell Builders"],
  address: "ellen@marsh.example",
  url: `${origin}/l/l${"7".repeat(47)}`,
  code: "ABCD2345",
  minutes: 30,
  until: "10:44 AM",
  askedAt: "Fri, Apr 24, 10:14 AM",
  askedFrom: "Chrome on Android",
};

const toClients = [
  {
    name: "sign-in",
    words: signInMessage(signIn),
    sms: signInSms(signIn),
    url: signIn.url,
  },
  { name: "invitation", words: invitationMessage(readwell), sms: invitationSms(readwell), url: readwell.url },
  ...(["contract", "scope", "selections", "appointment", "service-report"] as const).map((kind) => ({
    name: kind,
    words: documentMessage({ ...contract, kind }),
    sms: documentSms({ ...contract, kind }),
    url: readwell.url,
  })),
];

describe.each(toClients)("[C4] what a client is sent for a $name", ({ words, sms, url: opens }) => {
  test("has one button in the shop’s colour, and says the same without markup", async () => {
    const { subject, text, html } = await words;
    expect(buttonsOf(html)).toEqual([opens]);
    expect(text.split("\n")).toContain(opens);
    expect(html).toContain("background-color:#8A3A24");
    for (const written of [subject, text, html, sms]) expect(written).not.toMatch(/undefined|null|\[object/);
  });

  test("as an SMS names the shop first, ends with the whole link, and costs two texts at most", () => {
    expect(sms.startsWith("Readwell Builders: ")).toBe(true);
    expect(sms.split("\n").at(-1)).toBe(opens);
    expect(sms).toMatch(/^[\n\x20-\x5a\x61-\x7a]+$/);
    expect(sms.length).toBeLessThanOrEqual(2 * 153);
  });
});

test("[B4] a portal invitation is called Client Portal Access, and says that its link opens once and until when", async () => {
  const { subject, text, html } = await invitationMessage(readwell);
  expect(subject).toBe("Readwell Builders: Client Portal Access");
  for (const written of [text, html, invitationSms(readwell)])
    expect(written.toLowerCase()).toContain("opens once, on one phone or computer, until fri, may 1");
  expect(text).toContain("For Ellen Marsh. This link opens as you, so please don’t forward it.");
  expect(text).toContain("Questions? Call Readwell Builders on (512) 555-0110.");
});

test("a document’s subject says what it is, from whom, and its title", async () => {
  const subjectOf = async (kind: DocumentFacts["kind"]) =>
    (await documentMessage({ ...contract, kind })).subject;
  expect(await subjectOf("contract")).toBe("Your contract from Readwell Builders: Kitchen and rear addition");
  expect(await subjectOf("scope")).toMatch(/^Your scope of work from Readwell Builders, to review: /);
  expect(await subjectOf("selections")).toMatch(/^Your selections from Readwell Builders, to choose: /);
  expect(await subjectOf("appointment")).toMatch(/^Your appointment with Readwell Builders: /);
});

test("[C5] an invoice’s letter says that its link works until it is paid; of an office that wants that, that it opens once", async () => {
  const standing = await documentMessage(invoice);
  expect(standing.text).toContain(
    "Opens straight to your invoice, with nothing to sign in to. Works until it’s paid, or until Thu, Jul 23.",
  );
  expect(documentSms(invoice)).toContain("Works until it's paid, or until Thu, Jul 23:");
  const once = await documentMessage({ ...invoice, standing: false });
  expect(once.text).toContain("Opens once, on one phone or computer, until Thu, Jul 23.");
  for (const written of [once.text, once.html]) expect(written).not.toMatch(/paid|nothing to sign in/);
});

test("[C8] a sign-in link for several shops comes from Latchkey and names each of them", async () => {
  const both = { ...signIn, shop: null, businesses: ["Greenline Lawn", "Bluewater Pools"] };
  const { text, html } = await signInMessage(both);
  for (const written of [text, html, signInSms(both)])
    expect(written).toContain("Greenline Lawn and Bluewater Pools");
  expect(html).toContain("/mail/latchkey.png");
  expect(signInSms(both).startsWith("Latchkey: your sign-in link for ")).toBe(true);
  expect(signInSms(both).length).toBeLessThanOrEqual(2 * 153);
});

test("a sign-in link that nobody asked for has no rows about who did", async () => {
  const { text, html } = await signInMessage({ ...signIn, askedAt: null, askedFrom: null });
  for (const written of [text, html]) expect(written).not.toMatch(/Asked for|From/);
});

const buttonsOf = (html: string) =>
  [...html.matchAll(/<a[^>]*class="button"[^>]*>/g)].map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1]);

test("[X5] a sign-in link that nobody asked for has no code, which would open nothing", async () => {
  const unasked = { ...signIn, code: "", askedAt: null, askedFrom: null };
  const { text, html } = await signInMessage(unasked);
  for (const words of [text, html, signInSms(unasked)]) expect(words).not.toMatch(/code|another device/i);
});

test("what the office typed is text in the HTML, and can’t forge a line of an SMS", async () => {
  const typed = `"><img src=x onerror=alert(1)>\nhttps://evil.example/l/1`;
  const hostile = { ...contract, title: typed, person: typed };
  for (const { html } of [await documentMessage(hostile), await invitationMessage(hostile)]) {
    expect(html).not.toContain("<img src=x");
    expect(html).not.toContain('href="https://evil.example');
  }
  expect(documentSms(hostile).split("\n")).not.toContain("https://evil.example/l/1");
});
