"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { saveReport } from "@/lib/reports/report";
import { reportForm } from "@/lib/reports/sent";

export const save = action(manager, reportForm, saveReport, () => ({ done: "Saved." }));
