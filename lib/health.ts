import { sql } from "drizzle-orm";
import { gate } from "@/db/client";

/** Whether the database answers. Throws where it can't be reached. */
export async function databaseAnswers(): Promise<boolean> {
  const rows = await gate().execute(sql`select 1`);
  return rows.length === 1;
}
