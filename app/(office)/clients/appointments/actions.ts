"use server";

import { keepDraft, moveByOffice, noteChange } from "@/lib/appointments/by-office";
import { appointmentDraft, noted, officeMove } from "@/lib/appointments/sent";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";

export const keep = action(manager, appointmentDraft, keepDraft, () => ({ done: "Saved." }));

export const move = action(manager, officeMove, moveByOffice, (moved) => ({ done: movedWords(moved) }));

export const note = action(manager, noted, noteChange, () => ({ done: "" }));

function movedWords(moved: { told: string[] } | null): string {
  if (!moved) return "It is at that time already.";
  if (moved.told.length === 0) return "Moved. Nobody could be written to now: call them.";
  return `Moved. On its way to ${moved.told.join(" and ")}.`;
}
