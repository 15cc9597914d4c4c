import { afterAll, beforeAll, beforeEach } from "vitest";
import type { StaffScope } from "@/lib/auth/scope";
import { makeReadwell, type Readwell } from "./clients";
import { freshDatabase, type TestDatabase } from "./database";
import { samOf } from "./scopes";

/** A database of the test file's own, and in it a Readwell of each test's own, with Sam who works there. */
export let database: TestDatabase;
export let readwell: Readwell;
export let sam: StaffScope;

/** Makes them for every test of the file that calls this, and takes the database away after the last. */
export function eachAtReadwell(pool = 10): void {
  beforeAll(async () => {
    database = await freshDatabase(pool);
  });
  beforeEach(async () => {
    readwell = await makeReadwell(database.owner);
    sam = samOf(readwell);
  });
  afterAll(() => database.drop());
}
