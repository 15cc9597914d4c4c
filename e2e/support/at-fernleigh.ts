import { afterAll, beforeAll, beforeEach } from "vitest";
import type { StaffScope } from "@/lib/auth/scope";
import { freshDatabase, type TestDatabase } from "./database";
import { priyaOf } from "./scopes";
import { type Fernleigh, insert, makeFernleigh } from "./world";

/** A database of the test file's own, and in it a Fernleigh of each test's own, with Priya who works there and Helen, a client. */
export let database: TestDatabase;
export let fernleigh: Fernleigh;
export let priya: StaffScope;
export let helen: string;

/** Makes them for every test of the file that calls this, and takes the database away after the last. */
export function eachAtFernleigh(pool = 10): void {
  beforeAll(async () => {
    database = await freshDatabase(pool);
  });
  beforeEach(async () => {
    fernleigh = await makeFernleigh(database.owner);
    priya = priyaOf(fernleigh);
    helen = await insert(database.owner, "contacts", {
      tenant_id: fernleigh.tenantId,
      kind: "client",
      name: "Helen Ostrowski",
      email: addressOf("helen"),
      portal_access: true,
    });
  });
  afterAll(() => database.drop());
}

/** The address of somebody in this test's Fernleigh. */
export const addressOf = (name: string) => `${name}-${fernleigh.suffix}@fernleigh.example`;
