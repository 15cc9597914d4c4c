import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { documentHref, kindsOfDocument } from "@/lib/links/policy";

const app = fileURLToPath(new URL("../../app/", import.meta.url));

/** What stands without a gate, and why it may. Whoever adds a line here opens a door to anyone. */
const open: Record<string, string> = {
  "page.tsx": "leads on to the inbox, whose own gate decides",
  "settings/page.tsx": "leads on to its first part, whose own gate decides",
  "problems/[type]/page.tsx": "leads on to the reference",
  "developers/page.tsx": "the API's reference: it describes the doors and opens none",
  "api/v1/openapi.json/route.ts": "the same as a document",
  "api/[[...unknown]]/route.ts": "says that there is nothing",
  "api/health/route.ts": "says whether the product works, and nothing else",
  "sign-in/page.tsx": "where an office's people begin",
  "sign-in/sent/page.tsx": "shows a browser the address that it typed itself",
  "client-login/page.tsx": "where clients begin",
  "client-login/sent/page.tsx": "shows a browser the address that it typed itself",
  "l/[token]/route.ts": "the link is looked at, limited by client address, and opens nothing",
  "l/confirm/page.tsx": "shows what this browser's own sealed cookie names",
  "verify/page.tsx":
    "says of a PDF that this browser sent whether it was signed here, and nothing of what it says",
  "sign-out/route.ts": "ends the session of whoever sends it",
  "mailbox/page.tsx": "asks isMailboxOpen: on a loopback origin alone",
  "mailbox/[id]/letter/route.ts": "asks isMailboxOpen: on a loopback origin alone",
  "mailbox/[id]/attachment/route.ts": "asks isMailboxOpen: on a loopback origin alone",
  "mailbox.json/route.ts": "asks isMailboxOpen: on a loopback origin alone",
  "practice/[checkoutId]/page.tsx": "asks isPracticeOpen: on a loopback origin alone",
  "practice/pay/route.ts": "asks isPracticeOpen: on a loopback origin alone",
  "api/webhooks/stripe/route.ts": "the provider's signature is the gate",
  "api/webhooks/resend/route.ts": "the provider's signature is the gate",
  "api/webhooks/twilio/route.ts": "the provider's signature is the gate",
};

/** The ways in: each of them passes a gate, or counts and checks whoever has none to pass. */
const waysIn = {
  "route.ts":
    /^export const (?:GET|POST|HEAD|PUT|PATCH|DELETE) = (?:form|route|upload|download|openForm|csvFile)\(/,
  "page.tsx": /await (?:staffPage|managerPage|enterJob|clientPage|documentScopes)\(/,
};

const files = readdirSync(app, { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);
const named = (name: string) => files.filter((file) => file === name || file.endsWith(`/${name}`));
const sourceOf = (file: string) => readFileSync(`${app}${file}`, "utf8");
const withoutGroups = (file: string) => file.replace(/\([^)]*\)\//g, "");
const statementsOf = (source: string) =>
  source.split(/^(?=export )/m).filter((part) => part.startsWith("export "));

/** The methods of a route that go in by another way than the ones that there are. */
function loose(file: string): string[] {
  return statementsOf(sourceOf(file))
    .filter(
      (statement) => !/^export (?:const (?:dynamic|runtime|revalidate|maxDuration)\b|type )/.test(statement),
    )
    .filter((statement) => !waysIn["route.ts"].test(statement) && !passesAGate(statement))
    .map((statement) => `${file}: ${statement.split("\n")[0]}`);
}

/** A route that can't be written by one of the ways may call a gate itself, as the live stream does. */
const passesAGate = (statement: string) =>
  /const entered = await (?:staff|manager|contractor)\.enter\([\s\S]*?if \(!entered\.ok\) return (?:problem\(entered\)|seeOther\("\/sign-in"\));/.test(
    statement,
  );

describe("the doors of the product", () => {
  test("[D4] every route goes in by form, route, upload, download, openForm or csvFile, or is open for a reason", () => {
    const routes = named("route.ts");
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((file) => !(withoutGroups(file) in open)).flatMap(loose)).toEqual([]);
  });

  test("[A8] no route lets a fault of ours out: each is written by one of the ways, or by faultAs", () => {
    const spared = /\b(?:form|route|upload|download|openForm|csvFile|faultAs|leave)\b\(?/;
    const asksNothing = [
      "api/[[...unknown]]/route.ts",
      "mailbox/[id]/letter/route.ts",
      "mailbox/[id]/attachment/route.ts",
      "mailbox.json/route.ts",
    ];
    const routes = named("route.ts").filter((file) => !asksNothing.includes(file));
    expect(routes.filter((file) => !spared.test(sourceOf(file).replace(/^import .*$/gm, "")))).toEqual([]);
  });

  test("[D3] every page asks its gate before anything else, or is open for a reason", () => {
    const pages = named("page.tsx").filter((file) => !(withoutGroups(file) in open));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((file) => !waysIn["page.tsx"].test(reachedFrom(file)))).toEqual([]);
  });

  test("[C5] each kind of document has a page of its own, and no other page of the portal shows one", () => {
    const own = kindsOfDocument.map((kind) => `${documentHref(kind, "[id]").slice(1)}/page.tsx`);
    expect(own.filter((file) => !files.includes(file))).toEqual([]);
    const shows = /<DocumentDoor\b|readForClient\(/;
    const portal = named("page.tsx").filter((file) => file.startsWith("portal/"));
    expect(portal.filter((file) => shows.test(sourceOf(file))).sort()).toEqual(own.sort());
  });

  test("[D4] every export of a “use server” file is made by action, with a gate of the office", () => {
    const all = files.filter((file) => /\.tsx?$/.test(file));
    const actions = all.filter((file) => /^\s*["']use server["']/m.test(sourceOf(file)));
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.filter((file) => !file.endsWith("actions.ts"))).toEqual([]);
    for (const file of actions) {
      const statements = statementsOf(sourceOf(file));
      expect(statements.length, file).toBeGreaterThan(0);
      for (const statement of statements) {
        expect(statement, file).toMatch(/^export const \w+ = action\(\s*(?:staff|manager),/);
      }
      expect(sourceOf(file), file).not.toMatch(/export default|export async function|export \{|export \*/);
    }
  });

  test("nothing outside app is a server action", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    for (const folder of ["components", "lib"]) {
      const found = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.endsWith("routes.test.ts"))
        .filter((file) => /^\s*["']use server["']/m.test(readFileSync(`${root}${folder}/${file}`, "utf8")));
      expect(found, folder).toEqual([]);
    }
  });

  test("no line of the list of open doors outlives its file, and what it says of a localhost is so", () => {
    const here = new Set(files.map(withoutGroups));
    expect(Object.keys(open).filter((file) => !here.has(file))).toEqual([]);
    const mailbox = Object.keys(open).filter((file) => open[file]?.includes("isMailboxOpen"));
    expect(mailbox).toHaveLength(4);
    for (const file of mailbox) expect(sourceOf(file), file).toContain("isMailboxOpen(");
    const practice = Object.keys(open).filter((file) => open[file]?.includes("isPracticeOpen"));
    expect(practice).toHaveLength(2);
    for (const file of practice) expect(sourceOf(file), file).toContain("isPracticeOpen(");
  });
});

/** A page with the files of its own folder and of the ones above that it is made of, such as the inbox's screen. */
function reachedFrom(file: string): string {
  const source = sourceOf(file);
  const made = [...source.matchAll(/from "(?:@\/app\/|\.\/)([^"]+)"/g)].map(([line, path]) => {
    const folder = line.includes('"./') ? file.replace(/[^/]+$/, "") : "";
    return files.find((each) => each === `${folder}${path}.tsx` || each === `${folder}${path}.ts`);
  });
  return [source, ...made.flatMap((each) => (each ? [reachedFrom(each)] : []))].join("\n");
}
