import type postgres from "postgres";
import { Temporal } from "temporal-polyfill";
import { insert } from "./world";

/** The zone of the place where the stories’ appointments are. */
export const austin = "America/Chicago";

/** Nine o’clock in Austin on a Thursday about four weeks from now: far from any notice, and beyond any link’s end. */
export const someThursday = (): Temporal.ZonedDateTime => theThursday;

const later = Temporal.Now.zonedDateTimeISO(austin).add({ weeks: 4 });
const theThursday = later
  .add({ days: 4 - later.dayOfWeek })
  .startOfDay()
  .withPlainTime("09:00");

export const dateOf = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds);

type Given = {
  state?: "choosing" | "proposed" | "confirmed";
  /** When the crew arrives, within two hours of it; that Thursday at nine unless it is said. */
  startsAt?: Date;
  crewId?: string;
  zone?: string;
};

export const makeCrew = (owner: postgres.Sql, tenantId: string): Promise<string> =>
  insert(owner, "crews", { tenant_id: tenantId, name: "Marcus Bell and crew" });

/** What an appointment has beyond its trunk: a proposed time of a crew of its own, unless it is given otherwise. */
export async function fillAppointment(
  owner: postgres.Sql,
  { tenantId, documentId }: { tenantId: string; documentId: string },
  { state = "proposed", startsAt = dateOf(someThursday()), crewId, zone = austin }: Given = {},
): Promise<{ crewId: string }> {
  const crew = crewId ?? (await makeCrew(owner, tenantId));
  const time = state === "choosing" ? null : startsAt;
  await owner`insert into appointments ${owner({
    tenant_id: tenantId,
    document_id: documentId,
    crew_id: crew,
    state,
    starts_at: time,
    ends_at: time && new Date(time.getTime() + 2 * 3_600_000),
    stays: "about 2 hours",
    place: "118 Quarry Bend, Austin",
    zone,
  })}`;
  return { crewId: crew };
}

type Whose = { tenantId: string; ellen: string; sam: string };

/** An appointment of Ellen’s that Sam looks after and that was sent to an address of hers, and the crew that comes. */
export async function makeAppointment(
  owner: postgres.Sql,
  { tenantId, ellen, sam }: Whose,
  { sentTo, ...given }: Given & { sentTo?: string[] } = {},
): Promise<{ id: string; crewId: string }> {
  const [made] = await owner<{ id: string }[]>`insert into documents ${owner({
    tenant_id: tenantId,
    contact_id: ellen,
    member_id: sam,
    kind: "appointment",
    title: "Spring aeration and overseed",
    body: "Flag your sprinkler heads, leave the gate unlocked",
    sent_at: new Date(),
    addressed_to: sentTo ?? [],
  })} returning id`;
  const id = made?.id ?? "";
  return { id, ...(await fillAppointment(owner, { tenantId, documentId: id }, given)) };
}

type Standing = {
  state: string;
  startsAt: Date | null;
  sequence: number;
  answeredAs: string | null;
  waitsFor: string | null;
  closedAs: string | null;
};

/** How an appointment stands, and what its trunk says. */
export async function standingOf(owner: postgres.Sql, id: string): Promise<Standing | undefined> {
  const [row] = await owner<Standing[]>`
    select a.state, a.starts_at as "startsAt", a.sequence, d.answered_as as "answeredAs", d.waits_for as "waitsFor",
      d.closed_as as "closedAs"
    from appointments a join documents d on d.id = a.document_id where d.id = ${id}`;
  return row;
}
