import { form } from "@/lib/auth/form";
import { contractor } from "@/lib/auth/gates";
import { tapJob } from "@/lib/work-orders/job";
import { tap } from "@/lib/work-orders/sent";

export const POST = form(contractor, tap, tapJob);
