import { Temporal } from "temporal-polyfill";
import type { Ladder } from "./ladders";

/** From when to when nothing is sent, as wall-clock times; the same twice means that there is no such time. */
export type Quiet = { from: string; until: string };

/** One reminder as planned: the day of its rung where the client lives, and the moment at which it goes out. */
export type Rung = { plannedFor: string; at: Date };

export type Planning = {
  document: {
    /** The day that it is due, `2026-04-24`. */
    dueOn: string;
    /** When this person was last sent it: who has just been written to is not reminded. */
    sentAt: Date;
    /** From when on there is nothing left to remind of: an appointment’s start. */
    until?: Date | null;
  };
  ladder: Ladder;
  /** Where the client lives. */
  zone: string;
  quiet: Quiet;
  now: Date;
};

/** When people read their post, on their own clock. */
const hour = "09:00";
/** A reminder that could not go out in time is sent later, but not as late as this. */
const staleMs = 24 * 3_600_000;

/**
 * The reminders of one document to one person that are due now (`at` is not after `now`) or are still to come, in order.
 * Each stands at nine in the morning where they live, moved to the end of the quiet time where it would fall into it. One
 * that was held up goes out now, or at the end of the quiet time, as long as it is not a day old.
 */
export function plan({ document, ladder, zone, quiet, now }: Planning): Rung[] {
  const due = Temporal.PlainDate.from(document.dueOn);
  const rungs = [...new Set(ladder)]
    .sort((one, other) => one - other)
    .map((days) => {
      const day = due.add({ days });
      const meant = outOfQuiet(day.toZonedDateTime({ timeZone: zone, plainTime: hour }), quiet);
      return { plannedFor: day.toString(), meant: instantOf(meant), at: heldUp(meant, quiet, now) };
    });
  return rungs
    .filter(({ meant, at }) => {
      const isAfterSending = meant > document.sentAt;
      const isFresh = at.getTime() - meant.getTime() < staleMs && now.getTime() - meant.getTime() < staleMs;
      const isInTime = !document.until || (at < document.until && now < document.until);
      return isAfterSending && isFresh && isInTime;
    })
    .map(({ plannedFor, at }) => ({ plannedFor, at }));
}

/** Its own moment while that is ahead or the quiet time has not begun since; else the first moment that is not quiet. */
function heldUp(meant: Temporal.ZonedDateTime, quiet: Quiet, now: Date): Date {
  if (instantOf(meant) > now) return instantOf(meant);
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(meant.timeZoneId);
  return isQuiet(here.toPlainTime(), quiet) ? instantOf(outOfQuiet(here, quiet)) : instantOf(meant);
}

/** The same moment, or the end of the quiet time that it falls into. */
function outOfQuiet(at: Temporal.ZonedDateTime, quiet: Quiet): Temporal.ZonedDateTime {
  if (!isQuiet(at.toPlainTime(), quiet)) return at;
  const until = Temporal.PlainTime.from(quiet.until);
  const isTomorrow = Temporal.PlainTime.compare(at.toPlainTime(), until) >= 0;
  const day = at.toPlainDate().add({ days: isTomorrow ? 1 : 0 });
  // Of an end that the clock shows twice the second: after the first one it would be quiet once more.
  return day.toPlainDateTime(until).toZonedDateTime(at.timeZoneId, { disambiguation: "later" });
}

/** Whether a wall-clock time is in the quiet time, which may go over midnight; its end is not in it any more. */
export function isQuiet(time: Temporal.PlainTime, quiet: Quiet): boolean {
  const [from, until] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.until)];
  const { compare } = Temporal.PlainTime;
  const [begun, goesOn] = [compare(time, from) >= 0, compare(time, until) < 0];
  return compare(from, until) <= 0 ? begun && goesOn : begun || goesOn;
}

const instantOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds);
