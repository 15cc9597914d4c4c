import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob } from "@/e2e/support/scopes";
import { makeFernleigh } from "@/e2e/support/world";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { invoiceForm, tap } from "@/lib/work-orders/sent";
import { form, GoTo } from "./form";
import type { Gate } from "./gates";
import type { ContractorScope } from "./scope";

let database: TestDatabase;
let mick: ContractorScope;
let entered: Outcome<ContractorScope>;

beforeAll(async () => {
  database = await freshDatabase();
  mick = (await dispatchedJob(await makeFernleigh(database.owner), database.owner)).mick;
});
beforeEach(() => {
  entered = done(mick);
});
afterAll(() => database.drop());

/** Mick's door, which lets in or refuses as a test says. */
const gate: Gate<ContractorScope> = {
  enter: async () => entered,
  login: "/client-login",
  home: () => "/j/token",
  holder: (scope) => scope.actor.linkId,
};

const tapped = form(gate, tap, async () => refuse("not-allowed-now"));
const invoiced = form(gate, invoiceForm, async () => refuse("broken-file"), "invoice");
const taken = form(gate, tap, async () => done(new GoTo("/j/token/next")));
const failing = form(gate, tap, () => Promise.reject(new Error("The database is gone.")));

function post(door: typeof tapped, fields: [string, string | File][], from: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request("http://localhost:3999/j/token/move", { method: "POST", body, headers: from });
  return door(request, { params: Promise.resolve({}) });
}

const keptSize = async () => {
  const [row] = await database.owner<{ size: number; sent: Record<string, string> }[]>`
    select length(sent::text) as size, sent from kept_forms order by created_at desc limit 1`;
  return row;
};
const keptForms = async () => (await database.owner`select 1 from kept_forms`).length;

describe("a form that was refused", () => {
  test("comes back with what was typed into its own fields, and keeps no other", async () => {
    const typed = { action: "QUESTION", question: "Is the dog inside?" };
    const answer = await post(tapped, [...Object.entries(typed), ["extra", "x".repeat(1000)]]);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/j\/token\?do=question&kept=/);
    expect((await keptSize())?.sent).toEqual(typed);
  });

  test("opens its page at the part that it stands in, taken or refused", async () => {
    const home = () => "/portal/invoices/1#ask";
    const posted = (work: () => Promise<Outcome<unknown>>) =>
      post(form({ ...gate, home }, tap, work), [["action", "QUESTION"]]);
    const [refused, taken] = await Promise.all([
      posted(async () => refuse("not-allowed-now")),
      posted(async () => done(null)),
    ]);
    expect(refused.headers.get("location")).toMatch(
      /^\/portal\/invoices\/1\?do=question&kept=[0-9a-f-]{36}#ask$/,
    );
    expect(taken.headers.get("location")).toBe("/portal/invoices/1#ask");
  });

  test("counts the end of a line once, as its page did", async () => {
    const question = "a\n".repeat(1000).trim();
    entered = done(mick);
    const answer = await post(
      form(gate, tap, async () => done(null)),
      [
        ["action", "QUESTION"],
        ["question", question],
      ],
    );
    expect(answer.headers.get("location")).toBe("/j/token");
  });

  test("[A8] of more than 64 KB is refused unread where no file is asked for, and nothing of it is kept", async () => {
    const before = await keptForms();
    const many = Array.from({ length: 700 }, (_, at): [string, string] => [`f${at}`, "x".repeat(19_000)]);
    for (const fields of [many, [["question", "x".repeat(70_000)]] as [string, string][]]) {
      const answer = await post(tapped, fields);
      expect([answer.status, answer.headers.get("location")?.startsWith("/j/token?kept=")]).toEqual([
        303,
        true,
      ]);
      expect((await keptSize())?.sent).toEqual({});
    }
    expect(await keptForms()).toBe(before + 2);
  });

  test("[A8] that carries a file keeps its own fields alone, and little of each", async () => {
    const pdf = new File(["x".repeat(200_000)], "invoice.pdf", { type: "application/pdf" });
    const long: [string, string][] = [
      ["note", "n".repeat(400_000)],
      ["amount", "418.00"],
      ...Array.from({ length: 600 }, (_, at): [string, string] => [`f${at}`, "x".repeat(19_000)]),
    ];
    const answer = await post(invoiced, [["file", pdf], ...long]);
    expect(answer.headers.get("location")).toMatch(/^\/j\/token\?do=invoice&kept=/);
    const kept = await keptSize();
    expect(kept?.sent.amount).toBe("418.00");
    expect(kept?.size).toBeLessThan(50_000);
  });

  test("[A8] leads to a sheet that there is, and never repeats an action that nobody knows", async () => {
    const answer = await post(tapped, [["action", "A".repeat(40_000)]]);
    expect(answer.headers.get("location")).toMatch(/^\/j\/token\?kept=[0-9a-f-]{36}$/);
  });
});

describe("a form of somebody who is not let in any more", () => {
  const question = { action: "QUESTION", question: "Is the dog <inside>?" };

  test("shows what they wrote, to be copied, and the way back in", async () => {
    for (const [refusal, back] of [
      [refuse("link-dead"), "/j/token"],
      [refuse("not-signed-in"), "/client-login"],
    ] as const) {
      entered = refusal;
      const answer = await post(tapped, Object.entries(question));
      expect(answer.status).toBe(refusal.reason === "link-dead" ? 404 : 401);
      const page = await answer.text();
      expect(page).toMatch(/<textarea readonly[^>]*>\nIs the dog &#60;inside&#62;\?<\/textarea>/);
      expect(page).toContain(`href="${back}"`);
      expect(page).not.toContain("<form");
    }
  });

  test("leads them there at once where they wrote nothing", async () => {
    entered = refuse("link-dead");
    const answer = await post(tapped, [
      ["action", "QUESTION"],
      ["question", " "],
    ]);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/j/token"]);
  });
});

describe("a form that a script posts", () => {
  const json = { accept: "application/json" };

  test("[A8] hears the refusal itself, and nothing is kept of what the page has still", async () => {
    const before = await keptForms();
    const answer = await post(tapped, [["action", "ACCEPT"]], json);
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { to: "/j/token", problem: expect.stringMatching(/\S/) },
    ]);
    expect(await keptForms()).toBe(before);
  });

  test("[A8] hears where to go once it is taken", async () => {
    const answer = await post(taken, [["action", "ACCEPT"]], json);
    expect([answer.status, await answer.json()]).toEqual([200, { to: "/j/token/next", problem: null }]);
  });
});

describe("a form that could not be taken now", () => {
  const typed: [string, string][] = [
    ["action", "QUESTION"],
    ["question", 'Which <gate> & whose "key"?\nThe side one?'],
    ["extra", "nothing of the form’s"],
  ];

  test("[A7] shows how long to wait, and can be sent again as it was typed", async () => {
    entered = refuse("too-many-requests", { retryAfterSeconds: 12, limit: "public" });
    const answer = await post(tapped, typed);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "12"]);
    const page = await answer.text();
    expect(page).toContain('<form method="post" action="/j/token/move">');
    expect(page).toContain("Which &#60;gate&#62; &#38; whose &#34;key&#34;?");
    expect(page).not.toContain("nothing of the form");
  });

  test("[A8] after a fault of ours can be sent again as it was typed", async () => {
    const answer = await post(failing, typed.slice(0, 2));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await answer.text()).toContain("Which &#60;gate&#62; &#38; whose &#34;key&#34;?");
  });

  test("[A8] repeats nothing of what another site sent", async () => {
    const answer = await post(tapped, typed, { origin: "https://elsewhere.example" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain("gate");
  });
});
