import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { choose } from "@/lib/selections/choose";
import { choosing } from "@/lib/selections/sent";

export const POST = form(clientAt.choices, choosing, choose);
