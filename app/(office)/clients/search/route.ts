import { staff } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { findClients } from "@/lib/people/client-choices";
import { searched } from "@/lib/people/sent";

export const GET = route({ gate: staff, sends: searched, work: findClients });
