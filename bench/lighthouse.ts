import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig, type Result } from "lighthouse";
import { inTenant } from "@/db/client";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { systemScope } from "@/lib/auth/scope";
import { theSystem } from "@/lib/events/record";
import { mintForCopy } from "@/lib/links/deliver";
import { issueLink } from "@/lib/links/link";
import { freePort } from "@/scripts/ports.mjs";
import { phone } from "./load";
import { median } from "./measure";
import { cookiesOf, signIn } from "./sign-in";
import type { Row } from "./table";
import type { World } from "./world";

const rounds = 3;
const marks = { performance: 98, accessibility: 100, "best-practices": 100 } as const;
type Category = keyof typeof marks;
const categories = Object.keys(marks) as Category[];

/** The words of the browser that Lighthouse is at a desk: a session is bound to them. */
const desk = { ...phone, "user-agent": String(desktopConfig.settings?.emulatedUserAgent) };

type Page = { name: string; address: string; cookie?: string; isDesktop?: boolean };

/**
 * P6: what Lighthouse says of the pages that come by link, as on a phone, and of the inbox, as on a desk; beside each, in
 * the same rounds, what it says of a bare Next page, which is what the framework costs on this machine.
 */
export async function measurePages(
  { product: origin, bare }: { product: string; bare: string },
  world: World,
): Promise<Row[]> {
  const pages: Page[] = [
    { name: "the job page", address: `${origin}/j/${world.jobTokens[0]}` },
    { name: "an invoice’s page", ...(await invoiceOf(origin, world)) },
    { name: "/client-login", address: `${origin}/client-login` },
    {
      name: "the inbox, on a desk",
      address: `${origin}/inbox`,
      cookie: await signIn(origin, world, desk),
      isDesktop: true,
    },
  ];
  const port = await freePort();
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [`--remote-debugging-port=${port}`],
    chromiumSandbox: false,
  });
  try {
    const rows: Row[] = [];
    const bareAddress = `${bare}/page/${world.jobTokens[0]}`;
    for (const page of pages) rows.push(await measured(page, bareAddress, port));
    return rows;
  } finally {
    await browser.close();
  }
}

/** An invoice as its client finds it by the link of its letter. */
async function invoiceOf(origin: string, { owner }: World): Promise<Pick<Page, "address" | "cookie">> {
  const readwell = await makeReadwell(owner);
  const documentId = await makeDocument(owner, readwell, "invoice");
  const { tenantId, ellen: contactId, address } = readwell;
  const holder = { tenantId, contactId, memberId: null, channel: "copy" as const, address: address.ellen };
  const link = await inTenant(systemScope(tenantId), (tx) =>
    issueLink(tx, { purpose: "invoice", holder, documentId, by: theSystem }),
  );
  const opened = await fetch((await mintForCopy(link)).replace(/^https?:\/\/[^/]+/, origin), {
    redirect: "manual",
  });
  return {
    address: new URL(opened.headers.get("location") ?? "", origin).href,
    cookie: cookiesOf(opened),
  };
}

/** The middle score of each category, of a hundred; what was lost in the last round is said beside it. */
async function measured(page: Page, bareAddress: string, port: number): Promise<Row> {
  const { name, address } = page;
  const scores: Record<Category, number[]> = { performance: [], accessibility: [], "best-practices": [] };
  const bareSpeeds: number[] = [];
  let last: Result | undefined;
  for (let round = 0; round < rounds; round += 1) {
    last = await look(page, port);
    if (last?.finalDisplayedUrl !== address)
      throw new Error(`${name} was not shown: ${last?.finalDisplayedUrl ?? "no answer"}.`);
    for (const each of categories) scores[each].push(scoreOf(last, each));
    bareSpeeds.push(scoreOf(await look({ ...page, address: bareAddress }, port), "performance"));
  }
  const found = categories.map((each) => Math.round(median(scores[each])));
  return {
    id: "P6",
    work: `${name}: speed, accessibility, good practice`,
    ours: found.join(", "),
    comparedWith: ["a bare page", lossesOf(last)].filter(Boolean).join("; lost: "),
    theirs: `${Math.round(median(bareSpeeds))}`,
    ratio: "",
    mustReach: `≥ ${categories.map((each) => marks[each]).join(", ")}`,
    reached: categories.every((each, at) => (found[at] ?? 0) >= marks[each]),
  };
}

async function look({ address, cookie, isDesktop }: Page, port: number): Promise<Result | undefined> {
  const flags = { port, onlyCategories: categories, logLevel: "silent" as const };
  const headers = cookie && { extraHeaders: { Cookie: cookie } };
  const run = await lighthouse(address, { ...flags, ...headers }, isDesktop ? desktopConfig : undefined);
  return run?.lhr;
}

const scoreOf = (result: Result | undefined, category: Category) =>
  100 * (result?.categories[category]?.score ?? 0);

/** The audits that cost points, by their names. */
function lossesOf(result: Result | undefined): string {
  if (!result) return "";
  const counted = categories.flatMap((each) => result.categories[each]?.auditRefs ?? []);
  const lost = counted.filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9);
  return lost.map(({ id }) => `${id} ${result.audits[id]?.displayValue ?? ""}`.trim()).join("; ");
}
