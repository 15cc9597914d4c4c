"use server";

import { saveCrew, switchCrew } from "@/lib/appointments/crews";
import { setOfficeHours } from "@/lib/appointments/office-hours";
import { crewForm, crewSwitch, hoursForm } from "@/lib/appointments/sent";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";

export const saveHours = action(manager, hoursForm, setOfficeHours, () => ({ done: "Saved" }));

export const nameCrew = action(manager, crewForm, saveCrew, () => ({ done: "Saved" }));

export const sendOrKeep = action(manager, crewSwitch, switchCrew, () => ({ done: "Saved" }));
