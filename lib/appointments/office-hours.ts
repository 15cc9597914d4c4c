import { and, eq, ne } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { crews } from "@/db/schema/appointments";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { listCrews } from "./for-office";
import { hoursWords, type WorkingHours, weekdays } from "./hours";
import type { CrewView } from "./views";

/** When a business works, how much notice it wants, and who goes out. */
export async function readOfficeHours(
  scope: StaffScope,
): Promise<{ hours: WorkingHours; noticeHours: number; locale: string; crews: CrewView[] }> {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A session's business is gone.");
    const { workingHours: hours, noticeHours, locale } = tenant;
    return { hours, noticeHours, locale, crews: await listCrews(tx) };
  });
}

/** What the form of a week sent: two times a day, none for a day off. */
export type SentHours = { noticeHours: number } & Record<string, string | number | null>;

/**
 * Sets when the business works, and how long before an appointment its client may still move or cancel it. What is booked
 * stays booked. Refuses a day that has one time of two, or ends before it begins.
 */
export async function setOfficeHours(scope: StaffScope, sent: SentHours): Promise<Outcome<null>> {
  const read = readWeek(sent);
  if (!read.ok) return read;
  const { noticeHours } = sent;
  return inTenant(scope, async (tx) => {
    const tenant = await ownTenant(tx);
    const words = (hours: WorkingHours) => hoursWords(hours, tenant.locale).join("; ") || "None";
    const [from, to] = [words(tenant.workingHours), words(read.value)];
    await tx.update(tenants).set({ workingHours: read.value, noticeHours });
    if (from !== to) await say(tx, scope, { what: "Working hours", from, to });
    if (tenant.noticeHours !== noticeHours)
      await say(tx, scope, {
        what: "Notice for moving or cancelling an appointment",
        from: `${tenant.noticeHours} hours`,
        to: `${noticeHours} hours`,
      });
    return done(null);
  });
}

function readWeek(sent: SentHours): Outcome<WorkingHours> {
  const week: WorkingHours = {};
  for (const { day, name } of weekdays) {
    const [opens, closes] = [sent[`opens${day}`], sent[`closes${day}`]];
    if (typeof opens !== "string" && typeof closes !== "string") continue;
    if (typeof opens !== "string" || typeof closes !== "string")
      return refuse("invalid", { sentence: `${name} has one time only. Write both, or leave both empty.` });
    if (closes <= opens) return refuse("invalid", { sentence: `${name} ends before it begins.` });
    week[day] = [opens, closes];
  }
  return done(week);
}

/** Adds a crew, or calls it something else. Refuses a name that another crew has. */
export async function saveCrew(
  scope: StaffScope,
  { id, name }: { id?: string | undefined; name: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    await ownTenant(tx);
    const same = and(eq(crews.name, name), id ? ne(crews.id, id) : undefined);
    const [other] = await tx.select({ id: crews.id }).from(crews).where(same);
    if (other) return refuse("invalid", { field: "name", sentence: "Another crew has that name." });
    if (!id) {
      await tx.insert(crews).values({ name });
      return done(null);
    }
    const changed = await tx.update(crews).set({ name }).where(eq(crews.id, id)).returning({ id: crews.id });
    return changed.length > 0 ? done(null) : refuse("not-found");
  });
}

/** Whether a crew goes out. What it is booked for stays; nothing new is, while it doesn’t. */
export async function switchCrew(
  scope: StaffScope,
  { id, active }: { id: string; active: boolean },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const changed = await tx
      .update(crews)
      .set({ active })
      .where(eq(crews.id, id))
      .returning({ id: crews.id });
    return changed.length > 0 ? done(null) : refuse("not-found");
  });
}

/** One change at a time: the business’s row is locked, so that what a change says it was before is what it was. */
async function ownTenant(tx: Tx) {
  const [tenant] = await tx.select().from(tenants).for("no key update");
  if (!tenant) throw new Error("A session's business is gone.");
  return tenant;
}

const say = (tx: Tx, scope: StaffScope, detail: { what: string; from: string; to: string }) =>
  record(tx, { ...doerOf(scope), tenantId: scope.tenantId, kind: "settings.changed", detail });
