import { form } from "@/lib/auth/form";
import { formerContractor } from "@/lib/auth/gates";
import { nothing } from "@/lib/auth/route";
import { askForNewLink } from "@/lib/work-orders/asked-link";

export const POST = form(formerContractor, nothing, askForNewLink);
