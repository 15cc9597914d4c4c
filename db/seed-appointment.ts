import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { appointments, crews } from "./schema/appointments";
import { documents } from "./schema/documents";
import { contacts } from "./schema/people";
import { tenants } from "./schema/tenants";
import type { Filling } from "./seed-kinds";

type Visit = {
  crew: string;
  stays: string;
  place: string;
  /** The first such weekday that is at least three days away (1 is Monday), and from when to when they arrive. */
  weekday: number;
  window: [from: string, to: string];
};

const walkThrough: Visit = {
  crew: "June Okafor",
  stays: "about 1 hour",
  place: "At the house",
  weekday: 2,
  window: ["09:00", "10:00"],
};

/** What each appointment of the story is about, by its title; another one is a walk-through. */
const visits: Record<string, Visit> = {
  "Spring aeration and overseed": {
    crew: "Marcus Bell and crew",
    stays: "about 2 hours",
    place: "118 Quarry Bend, Austin",
    weekday: 4,
    window: ["09:00", "11:00"],
  },
};

/** Tells when a crew comes; of the lawn’s crew also when it is at work elsewhere, so that little of its week is free. */
export async function fillAppointment({ tx, document, clock }: Filling): Promise<void> {
  const { tenantId, id: documentId, title } = document;
  const { crew, stays, place, weekday, window } = visits[title] ?? walkThrough;
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId));
  const [made] = await tx.insert(crews).values({ tenantId, name: crew }).returning({ id: crews.id });
  if (!tenant || !made) throw new Error("A crew of the story was not stored.");
  const zone = tenant.timeZone;
  const day = dayOf(weekday, (from) => clock(from, "12:00"), zone);
  await tx.insert(appointments).values({
    ...{ tenantId, documentId, crewId: made.id, stays, place, zone },
    state: "proposed",
    startsAt: clock(day, window[0]),
    endsAt: clock(day, window[1]),
  });
  if (title in visits) await fillWeek({ tx, document, clock }, { crewId: made.id, zone, day });
}

/** How many days away the first such weekday is, three days or more. */
function dayOf(weekday: number, noonOf: (day: number) => Date, zone: string): number {
  const within = [3, 4, 5, 6, 7, 8, 9];
  return within.find((day) => weekdayOf(noonOf(day), zone) === weekday) ?? 3;
}

const weekdayOf = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).dayOfWeek;

const sevenToSix: [string, string] = ["07:00", "18:00"];

/** What else the crew has: all of every day until then, and most of the days after, counted from then. */
const after: Record<number, [from: string, to: string][]> = {
  0: [
    ["07:00", "09:00"],
    ["11:00", "18:00"],
  ],
  1: [
    ["07:00", "09:00"],
    ["11:00", "13:00"],
    ["15:00", "18:00"],
  ],
  2: [sevenToSix],
  4: [
    ["07:00", "09:00"],
    ["11:00", "18:00"],
  ],
  5: [
    ["07:00", "13:00"],
    ["15:00", "18:00"],
  ],
};

type Week = { crewId: string; zone: string; day: number };

async function fillWeek(
  { tx, document, clock }: Pick<Filling, "tx" | "document" | "clock">,
  { crewId, zone, day }: Week,
): Promise<void> {
  const { tenantId, memberId, sentAt } = document;
  const days = { 1: sevenToSix, 2: sevenToSix, 3: sevenToSix, 4: sevenToSix, 5: sevenToSix, 6: sevenToSix };
  await tx.update(tenants).set({ workingHours: days }).where(eq(tenants.id, tenantId));
  const [school] = await tx
    .insert(contacts)
    .values({
      ...{ tenantId, kind: "client", name: "Rosa Delgado", company: "Hill Country Schools" },
      email: "rosa@hillcountry.example",
    })
    .returning({ id: contacts.id });
  if (!school) throw new Error("A client of the story was not stored.");
  const before = Array.from({ length: day - 1 }, (_, past) => ({ on: past + 1, window: sevenToSix }));
  const later = Object.entries(after).flatMap(([days, windows]) =>
    windows.map((window) => ({ on: day + Number(days), window })),
  );
  for (const { on, window } of [...before, ...later]) {
    const [visit] = await tx
      .insert(documents)
      .values({
        ...{ tenantId, memberId, sentAt, contactId: school.id, kind: "appointment" },
        title: "School grounds",
        addressedTo: ["rosa@hillcountry.example"],
        ...{ answeredAt: sentAt, answeredAs: "confirmed" },
      })
      .returning({ id: documents.id });
    if (!visit) throw new Error("A visit of the story was not stored.");
    await tx.insert(appointments).values({
      ...{ tenantId, documentId: visit.id, crewId, zone, state: "confirmed" },
      place: "Oak Hill Elementary",
      startsAt: clock(on, window[0]),
      endsAt: clock(on, window[1]),
    });
  }
}
