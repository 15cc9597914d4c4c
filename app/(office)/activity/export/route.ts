import { activityAsked } from "@/lib/activity/asked";
import { exportActivity } from "@/lib/activity/csv";
import { csvFile } from "@/lib/auth/csv-file";
import { staff } from "@/lib/auth/gates";

export const POST = csvFile(staff, "activity.csv", activityAsked, exportActivity);
