import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { requestChanges } from "@/lib/scopes/answer";
import { answering } from "@/lib/scopes/sent";

export const POST = form(clientAt.scope, answering, requestChanges);
