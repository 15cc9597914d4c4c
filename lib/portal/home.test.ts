import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { invoicePdf } from "@/e2e/support/pdf";
import { ellenOf, tomOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { type ClientScope, scopeOf } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import type { DocumentKind } from "@/lib/links/policy";
import { shareFile } from "@/lib/people/project-files";
import { readPortalHome } from "./home";
import { listAppointments, listForClient } from "./list";
import { readParts } from "./parts";
import { listFiles } from "./projects";

eachAtReadwell(10);

const now = new Date("2026-04-24T15:00:00Z");
const home = (scope: ClientScope, projectId?: string) => readPortalHome(scope, { now, projectId });
const acts = async (scope: ClientScope) => (await home(scope)).tasks.map(({ act }) => act);

/** A document of a kind, by its title and the day on which it is due. */
async function made(kind: DocumentKind, title: string, dueOn: string | null = null) {
  const id = await makeDocument(database.owner, readwell, kind);
  await database.owner`update documents set title = ${title}, due_on = ${dueOn} where id = ${id}`;
  return id;
}

const confirm = (documentId: string, person: string) => database.owner`
  update contract_signees set signed_at = now(), confirmed_at = now() where document_id = ${documentId} and person = ${person}`;

describe("what needs a client", () => {
  test("is listed by when it is due, what has no day last, each with its act and its facts", async () => {
    await made("invoice", "Deposit", "2026-05-08");
    await made("contract", "Construction contract", "2026-04-23");
    await made("selections", "Kitchen finishes", "2026-04-24");
    await made("scope", "Electrical scope");
    const { tasks } = await home(ellenOf(readwell));
    expect(tasks.map(({ act, due }) => [act, due?.words, due?.isOver])).toEqual([
      ["Sign the construction contract", "Was due Thu, Apr 23", true],
      ["Choose two selections", "By today", false],
      ["Pay the deposit", "Due Fri, May 8", false],
      ["Approve the electrical scope", undefined, undefined],
    ]);
    const facts = Object.fromEntries(tasks.map(({ kind, facts, brief }) => [kind, [facts, brief]]));
    expect(facts.contract).toEqual(["You and Tom each sign", "You and Tom each sign"]);
    expect(facts.selections).toEqual(["Countertops, backsplash", "Countertops, backsplash"]);
    expect(facts.scope?.[0]).toMatch(/^\d lines, \$[\d,]+\.\d\d$/);
  });

  test("differs between the two: who has signed is asked no more, and in a set order nobody before their turn", async () => {
    const contract = await made("contract", "Construction contract");
    const [ellen, tom] = [ellenOf(readwell), tomOf(readwell)];
    await database.owner`update contracts set "order" = 'set' where document_id = ${contract}`;
    expect([await acts(ellen), await acts(tom)]).toEqual([["Sign the construction contract"], []]);
    await confirm(contract, "primary");
    expect([await acts(ellen), (await home(tom)).tasks.map(({ facts }) => facts)]).toEqual([
      [],
      ["Ellen has signed"],
    ]);
    await database.owner`update contracts set sealed_at = null where document_id = ${contract}`;
    expect(await acts(tom), "the office changes the text").toEqual([]);
  });

  test("is what the sheet still asks: to choose, to agree, and then to send", async () => {
    const sheet = await made("selections", "Kitchen finishes");
    const [counter, tiles] = await database.owner<{ id: string; options: string[] }[]>`
      select i.id, array(select o.id from selection_options o where o.item_id = i.id order by o.place) as options
      from selection_items i where i.document_id = ${sheet} order by i.place`;
    const choose = (item: typeof counter, person: string, option = 0) => database.owner`
      insert into selection_choices (tenant_id, item_id, contact_id, person, name, option_id)
      values (${readwell.tenantId}, ${item?.id ?? ""}, ${readwell.ellen}, ${person}, ${`${person === "primary" ? "Ellen" : "Tom"} Marsh`},
        ${item?.options[option] ?? ""})`;
    await choose(counter, "primary");
    expect(await acts(ellenOf(readwell))).toEqual(["Choose one selection"]);
    await choose(tiles, "partner");
    expect(await acts(tomOf(readwell)), "where one has chosen, that counts for both").toEqual([
      "Send your selections",
    ]);
    await choose(counter, "partner", 1);
    expect([...(await acts(ellenOf(readwell))), ...(await acts(tomOf(readwell)))]).toEqual([
      "Agree with Tom on one selection",
      "Agree with Ellen on one selection",
    ]);
    const state = async () =>
      (await listForClient(ellenOf(readwell), { kinds: ["selections"], now })).rows.map(({ state }) => state);
    expect(await state()).toEqual(["You two differ on 1"]);
    await choose(tiles, "primary", 1);
    expect(await state()).toEqual(["You two differ on 2"]);
    await database.owner`delete from selection_choices where person = 'partner'`;
    expect(await state()).toEqual(["Ready to send"]);
  });

  test("leaves out what is a draft, answered, over, only to be read, or somebody else’s", async () => {
    const other = await makeReadwell(database.owner, {}, "Greenline Lawns");
    await makeDocument(database.owner, other, "contract");
    await makeDocument(database.owner, readwell, "scope", { draft: true });
    await made("service-report", "Visit of last week");
    const [answered, over] = [await made("scope", "Plumbing scope"), await made("invoice", "Deposit")];
    await database.owner`update documents set answered_at = now(), answered_as = 'approved' where id = ${answered}`;
    await database.owner`update documents set closed_at = now(), closed_as = 'paid' where id = ${over}`;
    expect(await home(ellenOf(readwell))).toMatchObject({ tasks: [], next: null, isEmpty: false });
  });

  test("without a portal is what was addressed to that very person, and nothing of the project", async () => {
    const [mine] = [await made("invoice", "Deposit"), await made("scope", "Electrical scope")];
    await database.owner`update documents set addressed_to = array[${readwell.address.ellen}] where id = ${mine}`;
    const { actor, tenantId } = ellenOf(readwell);
    const shut = scopeOf(tenantId, { ...actor, portal: false });
    const shown = await home(shut);
    expect(shown).toMatchObject({ project: null, people: [], tasks: [{ act: "Pay the deposit" }] });
    expect(await readParts(shut)).toMatchObject({ documents: true, billing: true, people: false });
    expect((await listForClient(shut, { kinds: ["scope"], now })).rows).toEqual([]);
  });
});

describe("the home", () => {
  test("shows the next appointment that is not over, and asks for it once", async () => {
    const late = await made("appointment", "Spring aeration");
    const soon = await made("appointment", "Pre-construction walk-through");
    const at = async (id: string, day: string) =>
      database.owner`update appointments set starts_at = ${`${day}T14:00Z`}, ends_at = ${`${day}T15:00Z`} where document_id = ${id}`;
    await at(late, "2026-05-02");
    await at(soon, "2026-04-28");
    expect(await home(ellenOf(readwell))).toMatchObject({
      next: {
        id: soon,
        day: "Tuesday, April 28",
        span: "9:00 to 10:00 AM",
        brief: "Tue, April 28, 9:00 AM",
        confirmed: false,
        sends: { startsAt: "2026-04-28T14:00:00.000Z", sequence: 0 },
      },
      tasks: [{ act: "Confirm the appointment", facts: "Spring aeration. Sat, May 2, 9:00 to 10:00 AM" }],
    });
    await at(soon, "2026-04-21");
    const { upcoming, rows } = await listAppointments(ellenOf(readwell), { now });
    expect([upcoming.map(({ id }) => id), rows.map(({ id }) => id)]).toEqual([[late], [soon]]);
  });

  test("names the project, its stages and people, what it shares, and the partner who comes by an own link", async () => {
    await database.owner`
      update projects set place = '118 Quarry Bend, Austin', starts_on = '2026-05-11', stage = 1 where id = ${readwell.kitchen}`;
    await database.owner`update members set phone = '+15125550119', job_title = 'Builder' where id = ${readwell.sam}`;
    await database.owner`
      insert into project_members (tenant_id, project_id, member_id) values (${readwell.tenantId}, ${readwell.kitchen}, ${readwell.sam})`;
    const file = new File([new Uint8Array(invoicePdf())], "plans.pdf", { type: "application/pdf" });
    await shareFile(sam, { projectId: readwell.kitchen, title: "Plans, revision C", file });
    const shown = await home(ellenOf(readwell));
    expect(shown.project).toMatchObject({
      name: "Kitchen and rear addition",
      stage: 1,
      starts: { words: "Building starts Monday, May 11", brief: "Starts Monday, May 11" },
    });
    expect(shown.people).toEqual([
      {
        name: "Sam Reyes",
        about: "Builder",
        phone: { href: "tel:+15125550119", words: "(512) 555-0119" },
      },
      { name: "Tom Marsh", about: "Has their own link", phone: null },
    ]);
    expect(shown.filed).toMatchObject([{ kind: "file", title: "Plans, revision C" }]);
    expect((await home(tomOf(readwell))).people.at(-1)?.name).toBe("Ellen Marsh");
    await database.owner`update projects set closed_at = now() where id = ${readwell.kitchen}`;
    expect(await listFiles(ellenOf(readwell)), "it opens, so it is listed").toMatchObject([
      { title: "Plans, revision C" },
    ]);
    expect(await readParts(ellenOf(readwell))).toMatchObject({ documents: true, people: false });
  });

  test("tells what happened as this person would say it, and nothing of the office’s own", async () => {
    const contract = await made("contract", "Construction contract");
    const scope = await made("scope", "Plumbing scope");
    const happened = (kind: HappeningKind, documentId: string, who: Record<string, string> = {}) =>
      database.owner`insert into events ${database.owner({
        ...{ tenant_id: readwell.tenantId, contact_id: readwell.ellen, document_id: documentId, kind },
        ...{ actor: "member", actor_name: "Sam Reyes", detail: database.owner.json({}), ...who },
      })}`;
    const by = (name: string) => ({ actor: "contact", actor_name: name, actor_id: readwell.ellen });
    await happened("scope.approved", scope, by("Ellen Marsh"));
    await happened("contract.confirmed", contract, by("Tom Marsh"));
    for (const kind of ["document.edited", "reminder.skipped", "scope.commented"] as const)
      await happened(kind, contract);
    await happened("contract.countersigned", contract);
    const words = async (scope: ClientScope) => (await home(scope)).recent.map((each) => each.words);
    expect(await words(ellenOf(readwell))).toEqual([
      "Readwell Builders signed the construction contract",
      "Tom signed the construction contract",
      "You approved the plumbing scope",
    ]);
    expect((await words(tomOf(readwell))).slice(1)).toEqual([
      "You signed the construction contract",
      "Ellen approved the plumbing scope",
    ]);
  });

  test("of a client with several projects shows the one asked for, and what needs them in all", async () => {
    const deck = await insert(database.owner, "projects", {
      ...{ tenant_id: readwell.tenantId, contact_id: readwell.ellen },
      name: "Deck",
    });
    await made("contract", "Construction contract");
    const [ellen, other] = [ellenOf(readwell), await makeReadwell(database.owner)];
    expect(await home(ellen)).toMatchObject({
      project: { id: deck },
      filed: [],
      tasks: [{ kind: "contract" }],
    });
    expect(await home(ellen, readwell.kitchen)).toMatchObject({
      project: { id: readwell.kitchen },
      filed: [{ kind: "document", row: { state: "Waiting for your signature" } }],
    });
    const [task] = (await home(ellen)).tasks;
    expect(task?.facts).toBe("Kitchen and rear addition. You and Tom each sign");
    expect((await home(ellen, other.kitchen)).project?.id, "another client’s is not there").toBe(deck);
  });
});

test("a list leads through everything once, the newest first, whatever moment they share", async () => {
  await database.owner`insert into documents (tenant_id, contact_id, kind, title, sent_at)
    select ${readwell.tenantId}, ${readwell.ellen}, 'invoice', 'Invoice ' || n, timestamptz '2026-04-24' + n / 7 * interval '1 day'
    from generate_series(1, 120) n`;
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listForClient(ellenOf(readwell), { kinds: ["invoice"], after, now });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.after ?? undefined;
  } while (after);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});
