import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { dropOwnPhoto } from "@/lib/selections/pictures";
import { itemOnly } from "@/lib/selections/sent";

export const POST = form(clientAt.selections, itemOnly, dropOwnPhoto);
