import { staff } from "@/lib/auth/gates";
import { nothing, route } from "@/lib/auth/route";
import { readOrderSheet } from "@/lib/work-orders/order-api";

export const GET = route({ gate: staff, sends: nothing, work: readOrderSheet });
