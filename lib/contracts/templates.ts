import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
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

/** Keeps a template. Refuses a form that was filled in before somebody else’s change, and a name that is another one’s. */
export async function saveTemplate(scope: StaffScope, edit: TemplateEdit): Promise<Outcome<Template>> {
  return inTenant(scope, async (tx) => {
    const { id, version, name, body } = edit;
    if (!id) return saveAsTemplate(tx, scope, { name, body });
    if (await isTaken(tx, scope, edit)) return refuse("invalid", nameTaken);
    const which = and(eq(contractTemplates.id, id), eq(contractTemplates.version, version));
    const [saved] = await tx
      .update(contractTemplates)
      .set({ name, body, version: sql`${contractTemplates.version} + 1` })
      .where(which)
      .returning();
    if (saved) await tellTemplate(tx, scope, saved.name);
    if (saved) return done(saved);
    const known = await tx.select().from(contractTemplates).where(eq(contractTemplates.id, id));
    return known.length > 0 ? refuse("stale", { sentence: changedMeanwhile }) : refuse("not-found");
  });
}

const changedMeanwhile =
  "Somebody else changed this template while you were writing, so your change was not saved. Look it over, and make it again.";

/** Makes a template of a text, in the caller’s transaction. Refuses a name that another one has. */
export async function saveAsTemplate(
  tx: Tx,
  scope: StaffScope,
  words: { name: string; body: string },
): Promise<Outcome<Template>> {
  if (await isTaken(tx, scope, words)) return refuse("invalid", nameTaken);
  const [saved] = await tx.insert(contractTemplates).values(words).returning();
  if (!saved) throw new Error("A template was not stored.");
  await tellTemplate(tx, scope, saved.name);
  return done(saved);
}

const nameTaken = {
  field: "name",
  sentence: "There is a template of that name already. Choose another name, or change that one.",
};

/** Whether another template that can be chosen has this name. Two who ask at once are answered one after the other. */
async function isTaken(
  tx: Tx,
  { tenantId }: StaffScope,
  { id, name }: { id?: string | undefined; name: string },
): Promise<boolean> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`contract templates ${tenantId}`}, 0))`,
  );
  const same = and(
    isNull(contractTemplates.archivedAt),
    sql`lower(${contractTemplates.name}) = lower(${name})`,
    id ? ne(contractTemplates.id, id) : undefined,
  );
  return (await tx.select({ id: contractTemplates.id }).from(contractTemplates).where(same)).length > 0;
}

/**
 * Puts a template away, or takes it out again. Contracts that began from it keep their text. Refuses to take one out whose
 * name is another one’s by now.
 */
export async function archiveTemplate(
  scope: StaffScope,
  { id, archived }: { id: string; archived: "yes" | "no" },
): Promise<Outcome<Template>> {
  return inTenant(scope, async (tx) => {
    const [known] = await tx.select().from(contractTemplates).where(eq(contractTemplates.id, id));
    if (!known) return refuse("not-found");
    const isArchived = archived === "yes";
    if ((known.archivedAt !== null) === isArchived) return done(known);
    if (!isArchived && (await isTaken(tx, scope, known))) return refuse("invalid", nameTaken);
    const [changed] = await tx
      .update(contractTemplates)
      .set({ archivedAt: isArchived ? sql`now()` : null })
      .where(eq(contractTemplates.id, id))
      .returning();
    if (!changed) return refuse("not-found");
    await tellTemplate(tx, scope, changed.name, isArchived ? "put away" : "taken out again");
    return done(changed);
  });
}

const tellTemplate = (tx: Tx, scope: StaffScope, name: string, happened = "saved") =>
  record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind: "contract-template.saved",
    detail: { name, happened },
  });
