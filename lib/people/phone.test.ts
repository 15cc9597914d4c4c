import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { countryOf, homeOf, phoneWords } from "@/lib/address";
import { saveContractor } from "./contacts";
import { saveProperty } from "./properties";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const isIn = (locale: string) =>
  database.owner`update tenants set locale = ${locale} where id = ${fernleigh.tenantId}`;

const contractor = (phone: string) =>
  saveContractor(priyaOf(fernleigh), null, {
    ...{ name: "Sal Beam", company: null, trade: null, email: "sal@beam.example", phone },
    ...{ prefers: "sms", active: true },
  });

const property = (occupantPhone: string) =>
  saveProperty(priyaOf(fernleigh), null, {
    ...{ street: "1 Main St", suburb: "Hoboken", state: "", postcode: "", timeZone: null },
    ...{ occupantName: "Dana Whitlock", occupantPhone, accessNotes: "" },
  });

test.each([
  ["en-AU", "0491 570 156", "+61491570156"],
  ["en-US", "(201) 555-0123", "+12015550123"],
  ["en-GB", "07400 123456", "+447400123456"],
  ["en-US", "+61 491 570 156", "+61491570156"],
])("a business in %s that types %s means %s", async (locale, typed, meant) => {
  await isIn(locale);
  expect(await contractor(typed)).toMatchObject({ ok: true, value: { phone: meant } });
  expect(await property(typed)).toMatchObject({ ok: true, value: { occupantPhone: meant } });
});

test("a number of another country without its prefix is refused at its field, and nothing is kept", async () => {
  await isIn("en-US");
  expect(await contractor("0491 570 156")).toMatchObject({ reason: "invalid", detail: { field: "phone" } });
  expect(await property("ring the bell")).toMatchObject({ detail: { field: "occupantPhone" } });
  expect(await database.owner`select 1 from contacts where name = 'Sal Beam' and phone is null`).toEqual([]);
  expect(await database.owner`select 1 from properties where tenant_id = ${fernleigh.tenantId}`).toHaveLength(
    1,
  );
});

test("a locale without a country is that of its language's own, and one that is nowhere names none", () => {
  expect([countryOf("en-NZ"), countryOf("de"), countryOf("en-001")]).toEqual(["NZ", "DE", undefined]);
});

test.each([
  ["en-AU", "+61491570156", "0491 570 156"],
  ["en-AU", "+64211234567", "+64 21 123 4567"],
  ["en-AU", "+32470123456", "+32 470 12 34 56"],
  ["en-AU", "+353851234567", "+353 85 123 4567"],
  ["en-AU", "+447400123456", "+44 7400 123456"],
  ["en-AU", "+12015550123", "+1 201 555 0123"],
  ["en-AU", "+6581234567", "+65 8123 4567"],
  ["en-AU", "+27711234567", "+27 71 123 4567"],
  ["en-US", "+61491570156", "+61 491 570 156"],
  ["en-US", "+12015550123", "(201) 555-0123"],
  ["en-001", "+64211234567", "+64 21 123 4567"],
])(
  "a form of a business in %s shows %s as %s, and saved as it is shown it is the same number",
  async (locale, kept, shown) => {
    await isIn(locale);
    expect(phoneWords(kept, homeOf(locale))).toBe(shown);
    expect(await contractor(shown)).toMatchObject({ value: { phone: kept } });
  },
);

test("a number that no country has is shown as it is kept, and one without readers as its own country writes it", () => {
  expect([phoneWords("12", "AU"), phoneWords(null, "AU"), phoneWords("+64211234567")]).toEqual([
    "12",
    null,
    "021 123 4567",
  ]);
});

test("a contractor’s change is on the record, with what it was before", async () => {
  await isIn("en-AU");
  const saved = await contractor("0491 570 156");
  if (!saved.ok) throw new Error(saved.reason);
  await saveContractor(priyaOf(fernleigh), saved.value.id, {
    ...saved.value,
    phone: "+64 21 123 4567",
    active: false,
  });
  const [told] = await database.owner`
    select detail->>'changed' as changed from events where contact_id = ${saved.value.id} and kind = 'contact.edited'`;
  expect(told?.changed).toBe("mobile from 0491 570 156 to +64 21 123 4567, active from yes to no");
});
