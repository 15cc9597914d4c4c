import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contractTemplates } from "@/db/schema/contracts";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";

export type Template = typeof contractTemplates.$inferSelect;

/** A template as its form sent it: a new one has no id yet. */
export type TemplateEdit = { id?: string | undefined; version: number; name: string; body: string };

/** What contracts of this business begin from, by name; those that were put away apart. */
export function listTemplates(scope: StaffScope, { archived = false } = {}): Promise<Template[]> {
  const which = archived ? isNotNull(contractTemplates.archivedAt) : isNull(contractTemplates.archivedAt);
  return inTenant(scope, (tx) =>
    tx
      .select()
      .from(contractTemplates)
      .where(which)
      .orderBy(asc(contractTemplates.name), asc(contractTemplates.id))
      .limit(mostTemplates),
  );
}

const mostTemplates = 200;

/** What a contract may begin from, by name. */
export const templateChoices = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx
    .select({ id: contractTemplates.id, name: contractTemplates.name })
    .from(contractTemplates)
    .where(isNull(contractTemplates.archivedAt))
    .orderBy(asc(contractTemplates.name))
    .limit(mostTemplates);

export async function readTemplate(scope: StaffScope, id: string): Promise<Outcome<Template>> {
  if (!isUuid(id)) return refuse("not-found");
  const [found] = await inTenant(scope, (tx) =>
    tx.select().from(contractTemplates).where(eq(contractTemplates.id, id)),
  );
  return found ? done(found) : refuse("not-found");
}

/** Keeps a template. Refuses a form that was filled in before somebody else’s change. */
export async function saveTemplate(scope: StaffScope, edit: TemplateEdit): Promise<Outcome<Template>> {
  return inTenant(scope, async (tx) => {
    const { id, version, name, body } = edit;
    if (!id) return done(await saveAsTemplate(tx, scope, { name, body }));
    const which = and(eq(contractTemplates.id, id), eq(contractTemplates.version, version));
    const [saved] = await tx
      .update(contractTemplates)
      .set({ name, body, version: sql`${contractTemplates.version} + 1` })
      .where(which)
      .returning();
    if (saved) return done(saved);
    const known = await tx.select().from(contractTemplates).where(eq(contractTemplates.id, id));
    return known.length > 0 ? refuse("stale", { sentence: changedMeanwhile }) : refuse("not-found");
  });
}

const changedMeanwhile =
  "Somebody else changed this template while you were writing, so your change was not saved. Look it over, and make it again.";

/** Makes a template of a text, in the caller’s transaction. */
export async function saveAsTemplate(
  tx: Tx,
  scope: StaffScope,
  words: { name: string; body: string },
): Promise<Template> {
  const [saved] = await tx.insert(contractTemplates).values(words).returning();
  if (!saved) throw new Error("A template was not stored.");
  await tellTemplate(tx, scope, saved.name);
  return saved;
}

/** Puts a template away, or takes it out again. Contracts that began from it keep their text. */
export async function archiveTemplate(
  scope: StaffScope,
  { id, archived }: { id: string; archived: "yes" | "no" },
): Promise<Outcome<Template>> {
  return inTenant(scope, async (tx) => {
    const [changed] = await tx
      .update(contractTemplates)
      .set({ archivedAt: archived === "yes" ? sql`now()` : null })
      .where(eq(contractTemplates.id, id))
      .returning();
    return changed ? done(changed) : refuse("not-found");
  });
}

const tellTemplate = (tx: Tx, scope: StaffScope, name: string) =>
  record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind: "contract-template.saved",
    detail: { name },
  });
