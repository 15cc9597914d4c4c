import { manager } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { cancelOrder } from "@/lib/work-orders/order-api";
import { newCancellation } from "@/lib/work-orders/sent";

export const POST = route({ gate: manager, sends: newCancellation, work: cancelOrder });
