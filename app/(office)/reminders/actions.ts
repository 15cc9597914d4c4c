"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { whichReminder } from "@/lib/reminders/sent";
import { restoreReminder, skipReminder } from "@/lib/reminders/skip";

export const skip = action(manager, whichReminder, (scope, which) => skipReminder(scope, which));

export const restore = action(manager, whichReminder, (scope, which) => restoreReminder(scope, which));
