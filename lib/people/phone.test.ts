import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { countryOf } from "@/lib/address";
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
