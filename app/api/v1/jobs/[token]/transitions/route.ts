import { contractor } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { moveAndRead } from "@/lib/work-orders/job";
import { transition } from "@/lib/work-orders/sent";

export const POST = route({ gate: contractor, sends: transition, work: moveAndRead });
