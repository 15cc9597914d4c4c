"use server";

import { action } from "@/lib/auth/action";
import { staff } from "@/lib/auth/gates";
import { ladderForm, quietForm } from "@/lib/reminders/sent";
import { setLadder, setQuiet } from "@/lib/reminders/settings";

export const chooseLadder = action(staff, ladderForm, setLadder, () => ({ done: "Saved" }));

export const chooseQuiet = action(staff, quietForm, setQuiet, () => ({ done: "Saved" }));
