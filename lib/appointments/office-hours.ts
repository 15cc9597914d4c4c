import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockTenant, tellSetting } from "@/lib/tenants/change";
import { listCrews } from "./crews";
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
    const tenant = await lockTenant(tx);
    const words = (hours: WorkingHours) => hoursWords(hours, tenant.locale).join("; ") || "None";
    const [from, to] = [words(tenant.workingHours), words(read.value)];
    await tx.update(tenants).set({ workingHours: read.value, noticeHours });
    if (from !== to) await tellSetting(tx, scope, { what: "Working hours", from, to });
    if (tenant.noticeHours !== noticeHours)
      await tellSetting(tx, scope, {
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
