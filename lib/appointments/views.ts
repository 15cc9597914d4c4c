/** What pages show of appointments, in words and on the clock of the place. */

/** How an appointment stands for its client. `past`: its window is over. */
export type AppointmentState = "choosing" | "proposed" | "confirmed" | "cancelled" | "past";

/** One free time that a client may pick, and what is posted for it. */
export type SlotView = { startsAt: string; day: string; hours: string };

export type AppointmentView = {
  id: string;
  title: string;
  state: AppointmentState;
  /** “Thursday, April 30”, “9:00 to 11:00 AM”; null while the client has not picked a time. */
  time: { day: string; hours: string } | null;
  /** Named where the client may be in another one: “Chicago time”. */
  zone: string | null;
  place: string;
  crew: string;
  stays: string;
  /** What to have ready. */
  ready: string;
  shop: { name: string; phone: { number: string; words: string } | null };
  /** What the page shows, sent back with every act on it. */
  seen: { startsAt: string; sequence: string };
  /** Whether it may still be moved or cancelled here; `notice` says why not: “less than 24 hours”. */
  mayChange: boolean;
  notice: string;
  /** That its window has begun, and whom to call; null before that. */
  begun: string | null;
  free: { slots: SlotView[]; moreHref: string | null; firstHref: string | null };
};

/** An appointment as the office sees it. */
export type OfficeAppointment = {
  id: string;
  state: AppointmentState;
  /** In one line, for who reads it; empty while nobody has picked a time. */
  when: string;
  crew: string;
  place: string;
  stays: string;
  sequence: number;
  /** The fields of its forms, with the time on the clock of the place. */
  fields: AppointmentFields;
};

export type AppointmentFields = Record<
  "how" | "day" | "from" | "to" | "crewId" | "place" | "stays" | "zone" | "windowMinutes",
  string
>;

/** A crew to choose, or to keep in order. */
export type CrewView = { id: string; name: string; active: boolean };
