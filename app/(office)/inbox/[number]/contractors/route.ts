import { staff } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { searched } from "@/lib/people/sent";
import { findForDispatch } from "@/lib/work-orders/choices";

export const GET = route({ gate: staff, sends: searched, work: findForDispatch });
