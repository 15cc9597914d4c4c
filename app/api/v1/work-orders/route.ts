import { manager, staff } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { createOrder, listOrders } from "@/lib/work-orders/order-api";
import { newOrder, orderQuery } from "@/lib/work-orders/sent";

export const GET = route({ gate: staff, sends: orderQuery, work: listOrders });
export const POST = route({ gate: manager, sends: newOrder, work: createOrder, status: 201 });
