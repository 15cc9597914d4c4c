import fc from "fast-check";
import { expect, test } from "vitest";
import { listOf } from "./client-addresses";
import type { FileRow } from "./client-file";
import { type PlannedRow, planRows } from "./client-plan";
import { readRows } from "./client-rows";
import type { Contact } from "./contacts";

/** Few addresses, so that rows and clients meet in every way. */
const emails = ["ellen@marsh.example", "tom@marsh.example", "ana@costa.example", "rui@costa.example"];
const phones = ["+61491570156", "+61491570157", "+61491570158", "+61491570159"];
const names = ["Ellen Marsh", "Ana Costa"];

const maybe = (values: string[]) => fc.constantFrom("", ...values);
const cells = fc.record({
  name: maybe(names),
  email: maybe(emails),
  phone: maybe(phones),
  partnerName: maybe(names),
  partnerEmail: maybe(emails),
  partnerPhone: maybe(phones),
});

const clientOf = (row: Omit<FileRow, "number">, id: string): Contact => ({
  ...{ tenantId: "", id, kind: "client", company: null, trade: null, prefers: "sms", active: true },
  ...{
    portalAccess: false,
    version: 1,
    timeZone: null,
    partnerOnce: [],
    createdAt: new Date(0),
    name: row.name || "Jo Bell",
  },
  ...{ email: row.email || null, phone: row.phone || null },
  ...{ partnerName: row.partnerName || null },
  ...{ partnerEmail: row.partnerEmail || null, partnerPhone: row.partnerPhone || null },
});

/** Clients as a business may have them: no address twice. */
const clients = fc.array(cells, { maxLength: 4 }).map((rows) => {
  const taken = new Set<string>();
  return rows.flatMap((row, place) => {
    const client = clientOf(row, `known-${place}`);
    const addresses = listOf(client);
    const isFree =
      new Set(addresses).size === addresses.length && addresses.every((each) => !taken.has(each));
    if (!isFree || !(client.email || client.phone)) return [];
    for (const address of addresses) taken.add(address);
    return [client];
  });
});

/** The clients after some rows of a plan were imported. */
function imported(known: Contact[], planned: PlannedRow[]): Contact[] {
  const changes = new Map(planned.flatMap((row) => (row.kind === "changes" ? [[row.id, row.change]] : [])));
  const changed = known.map((client) => ({ ...client, ...changes.get(client.id) }));
  const added = planned.flatMap((row) =>
    row.kind === "new"
      ? [{ ...clientOf({ ...noCells, name: row.name }, `row-${row.number}`), ...row.people }]
      : [],
  );
  return [...changed, ...added];
}

const noCells = { name: "", email: "", phone: "", partnerName: "", partnerEmail: "", partnerPhone: "" };

const isGood = ({ kind }: PlannedRow) => kind === "new" || kind === "changes";

test("a file that was imported does nothing a second time, whoever was known, whatever its rows share", () => {
  fc.assert(
    fc.property(clients, fc.array(cells, { maxLength: 6 }), (known, sent) => {
      const file = readRows(
        sent.map((row, place) => ({ ...row, number: place + 2 })),
        "AU",
      );
      const after = imported(known, planRows(file, file.rows, { known, country: "AU" }));
      const addresses = after.flatMap(listOf);
      expect(new Set(addresses).size, "an address twice").toBe(addresses.length);
      expect(planRows(file, file.rows, { known: after, country: "AU" }).filter(isGood)).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test("a file that is imported in parts comes to the same as in one, and does nothing a second time", () => {
  fc.assert(
    fc.property(clients, fc.array(cells, { maxLength: 6 }), fc.nat(6), (known, sent, cut) => {
      const file = readRows(
        sent.map((row, place) => ({ ...row, number: place + 2 })),
        "AU",
      );
      const [one, other] = [file.rows.slice(0, cut), file.rows.slice(cut)];
      const half = imported(known, planRows(file, one, { known, country: "AU" }));
      const whole = imported(half, planRows(file, other, { known: half, country: "AU" }));
      expect(whole).toEqual(imported(known, planRows(file, file.rows, { known, country: "AU" })));
      expect(planRows(file, file.rows, { known: whole, country: "AU" }).filter(isGood)).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
