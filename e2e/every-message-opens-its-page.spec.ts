import { expect } from "@playwright/test";
import { connect, disconnect, inTenant } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { systemScope } from "@/lib/auth/scope";
import type { Occasion } from "@/lib/delivery/messages/facts";
import { theSystem } from "@/lib/events/record";
import { invoiceSays } from "@/lib/invoices/says";
import { type DocumentKind, type Purpose, purposeOfDocument } from "@/lib/links/policy";
import { sendLink } from "@/lib/links/send";
import { nextLetter, pageOf } from "./support/client";
import { makeDocument, makeReadwell, type Readwell } from "./support/clients";
import { lettersTo } from "./support/mailbox";
import { confirm } from "./support/sign-in";
import { phoneSize, test, type World } from "./support/test";

/** Why a client hears of each kind of document. */
const heard: Record<DocumentKind, Occasion[]> = {
  contract: ["sent", "revised", "reminder", "complete", "answered"],
  scope: ["sent", "revised", "reminder", "answered"],
  selections: ["sent", "reminder", "returned", "approved", "answered"],
  appointment: ["sent", "reminder", "moved", "confirmed", "answered"],
  invoice: ["sent", "reminder", "payment-failed", "settled", "answered", "again"],
  "service-report": ["sent", "answered"],
};

const says = {
  when: "Thu, Apr 30, 9:00 to 11:00 AM",
  due: "Fri, May 1",
  words: "Yes, we can.",
  revision: "2",
};

type Cause = { kind: DocumentKind; occasion: Occasion; address: string };

/** Sends a message as the product does for that occasion, and answers with the document that it is about. */
async function cause(world: World, readwell: Readwell, { kind, occasion, address }: Cause): Promise<string> {
  const id = await makeDocument(world.owner, readwell, kind);
  const purpose: Purpose =
    kind === "invoice" && occasion === "reminder" ? "invoice-reminder" : purposeOfDocument[kind];
  const sent = await inTenant(systemScope(readwell.tenantId), async (tx) => {
    const [[tenant], [contact]] = [await tx.select().from(tenants), await tx.select().from(contacts)];
    if (!tenant || !contact) throw new Error("Readwell is gone.");
    const channel = address.includes("@") ? "email" : "sms";
    const document = { id, kind, title: "Kitchen and rear addition" };
    const asks = kind === "invoice" ? await invoiceSays(tx, id, new Date()) : {};
    const sending = { purpose, document, occasion, says: { ...says, ...asks }, by: theSystem };
    return sendLink(tx, { tenant, contact, channel, address }, sending);
  });
  expect(sent.ok, `${kind}, ${occasion}`).toBe(true);
  return id;
}

test.beforeAll(() => {
  const { DATABASE_URL } = JSON.parse(process.env.E2E_ENVIRONMENT ?? "{}");
  connect(DATABASE_URL, 2);
});
test.afterAll(() => disconnect());

for (const [kind, occasions] of Object.entries(heard) as [DocumentKind, Occasion[]][]) {
  test(`every message about a ${kind} carries one link, which lands on its page by one tap`, {
    tag: ["@C4", "@C9"],
  }, async ({ world }) => {
    const readwell = await makeReadwell(world.owner);
    const { ellen, tomPhone } = readwell.address;
    for (const occasion of occasions) {
      for (const address of [ellen, tomPhone]) {
        let id = "";
        const letter = await nextLetter(world, address, async () => {
          id = await cause(world, readwell, { kind, occasion, address });
        });
        const [newest] = await lettersTo(world.origin, address);
        expect(
          newest?.links.filter((link) => link.includes("/l/")),
          `${kind}, ${occasion}`,
        ).toEqual([letter.link]);
        const browser = await world.browse(phoneSize);
        const arrived = await browser.request.get(letter.link, { maxRedirects: 0 });
        const landed =
          arrived.headers().location === "/l/confirm" ? await confirm(browser) : arrived.headers().location;
        expect(landed, `${kind}, ${occasion}`).toBe(pageOf(kind, id));
        expect((await browser.request.get(pageOf(kind, id))).status(), `${kind}, ${occasion}`).toBe(200);
        await browser.close();
      }
      await world.timePasses("61 minutes", readwell.tenantId);
    }
  });
}
