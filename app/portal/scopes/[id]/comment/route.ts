import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { saveComment } from "@/lib/scopes/comment";
import { commenting } from "@/lib/scopes/sent";

export const POST = form(clientAt.scope, commenting, saveComment);
