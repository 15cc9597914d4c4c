import { contractor } from "@/lib/auth/gates";
import { nothing, route } from "@/lib/auth/route";
import { readJobSheet } from "@/lib/work-orders/job-sheet";

export const GET = route({ gate: contractor, sends: nothing, work: readJobSheet });
