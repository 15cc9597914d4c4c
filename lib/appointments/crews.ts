import { and, asc, desc, eq, ne } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { crews } from "@/db/schema/appointments";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockTenant, tellSetting } from "@/lib/tenants/change";
import type { CrewView } from "./views";

/** Who goes out: the crews of a business, no two of one name. Whoever makes one holds the lock of the business’s row. */

const { id, name, active, createdAt } = crews;

/** The business's crews, the ones that were there first at the top. */
export const listCrews = (tx: Tx): Promise<CrewView[]> =>
  tx.select({ id, name, active }).from(crews).orderBy(asc(createdAt), asc(id));

export async function goesOut(tx: Tx, crewId: string): Promise<boolean> {
  const which = and(eq(id, crewId), eq(active, true));
  return (await tx.select({ id }).from(crews).where(which)).length > 0;
}

/** The crew that was there first, of those that go out if any does; an office that has none begins with one. */
export async function firstCrew(tx: Tx, scope: StaffScope): Promise<string> {
  const there = await readFirst(tx);
  if (there) return there;
  await lockTenant(tx);
  const meanwhile = await readFirst(tx);
  return meanwhile ?? addCrew(tx, scope, "Our crew");
}

async function readFirst(tx: Tx): Promise<string | undefined> {
  const [crew] = await tx.select({ id }).from(crews).orderBy(desc(active), asc(createdAt), asc(id)).limit(1);
  return crew?.id;
}

async function addCrew(tx: Tx, scope: StaffScope, called: string): Promise<string> {
  const [made] = await tx.insert(crews).values({ name: called }).returning({ id });
  if (!made) throw new Error("A crew was not stored.");
  await tell(tx, scope, called, { happened: "added" });
  return made.id;
}

/** Adds a crew, or calls it something else. Refuses a name that another crew has, be it in other capitals or spaces. */
export async function saveCrew(
  scope: StaffScope,
  sent: { id?: string | undefined; name: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    await lockTenant(tx);
    const others = await tx
      .select({ name })
      .from(crews)
      .where(sent.id ? ne(id, sent.id) : undefined);
    if (others.some((other) => heard(other.name) === heard(sent.name)))
      return refuse("invalid", { field: "name", sentence: "Another crew has that name." });
    if (!sent.id) {
      await addCrew(tx, scope, sent.name);
      return done(null);
    }
    const [before] = await tx.select().from(crews).where(eq(id, sent.id));
    if (!before) return refuse("not-found");
    if (before.name === sent.name) return done(null);
    await tx.update(crews).set({ name: sent.name }).where(eq(id, sent.id));
    await tell(tx, scope, before.name, { happened: "renamed", to: sent.name });
    return done(null);
  });
}

/** A name as it sounds: however it is written, it is the same crew. */
const heard = (called: string) => called.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** Whether a crew goes out. What it is booked for stays; nothing new is, while it doesn’t. */
export async function switchCrew(
  scope: StaffScope,
  sent: { id: string; active: boolean },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    await lockTenant(tx);
    const [before] = await tx.select().from(crews).where(eq(id, sent.id));
    if (!before) return refuse("not-found");
    if (before.active === sent.active) return done(null);
    await tx.update(crews).set({ active: sent.active }).where(eq(id, sent.id));
    const happened = sent.active ? "put back on the list" : "taken off the list";
    await tell(tx, scope, before.name, { happened });
    return done(null);
  });
}

const tell = (tx: Tx, scope: StaffScope, called: string, change: { happened: string; to?: string }) =>
  tellSetting(tx, scope, { what: `Crew “${called}”`, ...change });
