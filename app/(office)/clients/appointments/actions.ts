"use server";

import { whoHeard } from "@/app/(office)/clients/who-heard";
import { keepDraft, moveByOffice } from "@/lib/appointments/by-office";
import { appointmentDraft, officeMove } from "@/lib/appointments/sent";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";

export const keep = action(manager, appointmentDraft, keepDraft, () => ({ done: "Saved." }));

export const move = action(manager, officeMove, moveByOffice, (moved) =>
  moved ? whoHeard(moved, movedWords) : { done: "It is at that time already." },
);

const movedWords = (names: string | null) =>
  names ? `Moved. On its way to ${names}.` : "Moved. Nobody could be written to now: call them.";
