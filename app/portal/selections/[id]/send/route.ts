import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { handIn } from "@/lib/selections/hand-in";
import { sending } from "@/lib/selections/sent";

/** Sends the whole sheet in, with what the open item’s form has picked. */
export const POST = form(clientAt.selections, sending, handIn);
