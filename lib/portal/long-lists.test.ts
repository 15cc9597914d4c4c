import { expect, test } from "vitest";
import { austin, dateOf, makeAppointment, someThursday } from "@/e2e/support/appointments";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import { makeDocument } from "@/e2e/support/clients";
import { ellenOf } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { readPortalHome } from "./home";
import { listAppointments } from "./list";
import { listFiles } from "./projects";

eachAtReadwell(10);

const now = new Date("2026-04-24T15:00:00Z");
const home = (at = now) => readPortalHome(ellenOf(readwell), { now: at });

const invoices = (count: number, dueOn: string | null) => database.owner`
  with made as (insert into documents (tenant_id, contact_id, kind, title, sent_at, due_on)
    select ${readwell.tenantId}, ${readwell.ellen}, 'invoice', 'Invoice ' || n, now(), ${dueOn}
    from generate_series(1, ${count}) n returning tenant_id, id)
  insert into invoices (tenant_id, document_id, currency, subtotal_cents, total_cents)
  select tenant_id, id, 'USD', 100, 100 from made`;

test("what waits for a client stands on their home as far as there is room, and the home says that there is more", async () => {
  await invoices(60, null);
  expect(await home()).toMatchObject({ isCut: false, tasks: { length: 60 } });
  await invoices(1, "2026-04-24");
  const full = await home();
  expect(full).toMatchObject({ isCut: true, tasks: { length: 60 } });
  expect(full.tasks[0]?.due?.words, "the soonest are the ones that stand there").toBe("Due today");
});

test("what waits for somebody else takes nobody’s place on the home", async () => {
  await database.owner`
    insert into documents (tenant_id, contact_id, kind, title, sent_at, due_on)
    select ${readwell.tenantId}, ${readwell.ellen}, 'contract', 'Contract ' || n, now() - n / 7 * interval '1 day',
      case when n > 90 then date '2026-04-01' + n / 9 end
    from generate_series(1, 180) n`;
  const mine = await makeDocument(database.owner, readwell, "scope");
  await database.owner`update documents set sent_at = now() + interval '1 hour' where id = ${mine}`;
  expect(await home()).toMatchObject({ isCut: false, tasks: [{ id: mine }] });
});

test("[B10] appointments still to come are led through once each, by their time, and the others beside the first of them", async () => {
  const whose = { tenant_id: readwell.tenantId, contact_id: readwell.ellen };
  const { crewId, id: choosing } = await makeAppointment(database.owner, readwell, { state: "choosing" });
  await database.owner`
    with made as (insert into documents (tenant_id, contact_id, kind, title, sent_at)
      select ${whose.tenant_id}, ${whose.contact_id}, 'appointment', 'Visit', now() - n / 9 * interval '1 day'
      from generate_series(1, 120) n returning id),
    numbered as (select id, row_number() over (order by id desc) - 5 as n from made)
    insert into appointments (tenant_id, document_id, crew_id, state, starts_at, ends_at, zone)
    select ${whose.tenant_id}, id, ${crewId}, 'confirmed', ${dateOf(someThursday())}::timestamptz + n * interval '1 week',
      ${dateOf(someThursday())}::timestamptz + n * interval '1 week' + interval '1 hour', ${austin} from numbered`;
  const seen: string[] = [];
  let later: string | undefined;
  let pages = 0;
  do {
    const page = await listAppointments(ellenOf(readwell), { now: new Date(), later });
    expect(page.rows, "what is over stands on the first page").toHaveLength(later ? 0 : 1);
    seen.push(...page.upcoming.map(({ id }) => id));
    later = page.later ?? undefined;
    pages += 1;
  } while (later);
  expect([pages, seen.length, new Set(seen).size, seen[0]]).toEqual([3, 120, 120, choosing]);
  const rows = await database.owner<{ id: string }[]>`
    select document_id as id from appointments where tenant_id = ${readwell.tenantId} and starts_at > now() order by starts_at`;
  expect(seen.slice(1)).toEqual(rows.map(({ id }) => id));
});

test("of many projects each is there to choose, and each file that any of them shares", async () => {
  const key = () => crypto.randomUUID();
  for (let place = 0; place < 24; place += 1) {
    const whose = { tenant_id: readwell.tenantId };
    const project = await insert(database.owner, "projects", {
      ...{ ...whose, contact_id: readwell.ellen, name: `House ${place}` },
    });
    await database.owner`
      with kept as (insert into files (tenant_id, key, name, content_type, size, sha256)
        select ${whose.tenant_id}, ${key()} || n, 'plan.pdf', 'application/pdf', 1, ''::bytea from generate_series(1, 5) n returning id)
      insert into project_files (tenant_id, project_id, file_id, title)
      select ${whose.tenant_id}, ${project}, id, 'Plan' from kept`;
  }
  expect((await home()).projects).toHaveLength(25);
  expect(await listFiles(ellenOf(readwell))).toHaveLength(120);
});

test("a day by which something is asked for ends when the client’s does, and that of an invoice when the shop’s does", async () => {
  const scope = await makeDocument(database.owner, readwell, "scope");
  await database.owner`update documents set due_on = '2026-04-24' where id = ${scope}`;
  await invoices(1, "2026-04-24");
  const words = async (at: string) => {
    const { tasks } = await home(new Date(at));
    return ["scope", "invoice"].map((kind) => tasks.find((task) => task.kind === kind)?.due?.words);
  };
  const lateInAustin = "2026-04-25T04:59:00Z";
  expect(await words(lateInAustin)).toEqual(["By today", "Due today"]);
  await database.owner`update contacts set time_zone = 'Pacific/Honolulu' where id = ${readwell.ellen}`;
  expect(await words("2026-04-25T09:59:00Z")).toEqual(["By today", "Was due Fri, Apr 24"]);
  await database.owner`update contacts set time_zone = 'Australia/Sydney' where id = ${readwell.ellen}`;
  expect(await words(lateInAustin)).toEqual(["Was due Fri, Apr 24", "Due today"]);
  expect(await words("2026-04-23T14:00:00Z")).toEqual(["By today", "Due Fri, Apr 24"]);
});
