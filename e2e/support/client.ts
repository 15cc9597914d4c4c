import { type BrowserContext, expect } from "@playwright/test";
import type { DocumentKind } from "@/lib/links/policy";
import { makeDocument, type Readwell } from "./clients";
import { lettersTo, letterTo, linkIn } from "./mailbox";
import { phoneSize, type World } from "./test";

export type ClientLetter = { link: string; token: string; code: string; text: string; subject: string };

/** Waits for the message to that address which `send` brings about. */
export async function nextLetter(
  world: World,
  address: string,
  send: () => Promise<unknown>,
): Promise<ClientLetter> {
  const known = new Set((await lettersTo(world.origin, address)).map(({ text }) => text));
  await send();
  const letter = await letterTo(world.origin, address, ({ text }) => !known.has(text));
  const link = linkIn(letter);
  const code = /type (?:this code: )?([0-9A-Z]{4}-[0-9A-Z]{4})/i.exec(letter.text)?.[1] ?? "";
  return { link, token: link.split("/").at(-1) ?? "", code, text: letter.text, subject: letter.subject };
}

/** Asks at the clients' door from this browser, as its form does. */
export function askAsClient(browser: BrowserContext, world: World, address: string): Promise<ClientLetter> {
  return nextLetter(world, address, async () => {
    const asked = await browser.request.post("/client-login/ask", { form: { address }, maxRedirects: 0 });
    expect(asked.headers().location).toBe("/client-login/sent");
  });
}

/** A client's phone, signed in by a link that it asked for itself. */
export async function clientIn(
  world: World,
  address: string,
  options: Parameters<World["browse"]>[0] = phoneSize,
): Promise<BrowserContext> {
  const browser = await world.browse(options);
  const { link } = await askAsClient(browser, world, address);
  const opened = await browser.request.get(link, { maxRedirects: 0 });
  expect(opened.headers().location).toBe("/portal");
  return browser;
}

/** Whether a browser is let into a portal now. */
export async function isClientIn(browser: BrowserContext, origin = ""): Promise<boolean> {
  const page = await browser.request.get(`${origin}/portal`, { maxRedirects: 0 });
  expect([200, 307]).toContain(page.status());
  return page.status() === 200;
}

const purposes = {
  contract: "contracts",
  scope: "scopes",
  selections: "selections",
  appointment: "appointments",
  invoice: "invoices",
  "service-report": "reports",
} as const satisfies Record<DocumentKind, string>;

/** Where a document stands in the portal. */
export const pageOf = (kind: DocumentKind, id: string) => `/portal/${purposes[kind]}/${id}`;

/** A document of Ellen's, with a link to it that was sent to her, or to whom it is said. */
export async function sentDocument(
  world: World,
  readwell: Readwell,
  kind: DocumentKind,
  address = readwell.address.ellen,
) {
  const id = await makeDocument(world.owner, readwell, kind);
  const elsewhere = await world.browse();
  const letter = await nextLetter(world, address, () =>
    elsewhere.request.post("/l/again", { form: { kind, document: id, address }, maxRedirects: 0 }),
  );
  return { ...letter, id, page: pageOf(kind, id) };
}
