import { and, eq, sql } from "drizzle-orm";
import { gate, inTenant, type TenantScope } from "@/db/client";
import { keptForms } from "@/db/schema/auth";
import { isUuid } from "@/lib/uuid";

/** What was typed, and the sentence that says what is wrong with it. */
export type Kept = { problem: string; sent: Record<string, string> };

/** Keeps what was typed into a refused form for an hour, so that the page can show it again. */
export async function keepForm(scope: TenantScope, holder: string, kept: Kept): Promise<string> {
  const sent = Object.fromEntries(
    Object.entries(kept.sent).map(([name, text]) => [name, text.slice(0, 20_000)]),
  );
  return inTenant(scope, async (tx) => {
    const [row] = await tx
      .insert(keptForms)
      .values({ holder, problem: kept.problem, sent })
      .returning({ id: keptForms.id });
    if (!row) throw new Error("A form was not kept.");
    return row.id;
  });
}

/** What this same holder typed; undefined for anybody else, for another id, or after an hour. */
export async function readKeptForm(
  scope: TenantScope,
  holder: string,
  id: string,
): Promise<Kept | undefined> {
  if (!isUuid(id)) return undefined;
  return inTenant(scope, async (tx) => {
    const [row] = await tx
      .select({ problem: keptForms.problem, sent: keptForms.sent })
      .from(keptForms)
      .where(
        and(
          eq(keptForms.id, id),
          eq(keptForms.holder, holder),
          sql`${keptForms.createdAt} > now() - interval '1 hour'`,
        ),
      );
    return row;
  });
}

export async function sweepKeptForms(): Promise<void> {
  await gate().delete(keptForms).where(sql`${keptForms.createdAt} < now() - interval '1 hour'`);
}
