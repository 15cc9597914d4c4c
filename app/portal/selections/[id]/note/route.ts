import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { leaveNote } from "@/lib/selections/note";
import { noting } from "@/lib/selections/sent";

export const POST = form(clientAt.selections, noting, leaveNote);
