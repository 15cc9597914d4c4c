import { manager } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { dispatchOrder } from "@/lib/work-orders/order-api";
import { newDispatch } from "@/lib/work-orders/sent";

export const POST = route({ gate: manager, sends: newDispatch, work: dispatchOrder });
