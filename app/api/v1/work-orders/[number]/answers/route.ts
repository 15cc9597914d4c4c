import { manager } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { answerOrder } from "@/lib/work-orders/order-api";
import { newAnswer } from "@/lib/work-orders/sent";

export const POST = route({ gate: manager, sends: newAnswer, work: answerOrder });
