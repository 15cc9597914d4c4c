import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { addOwnPhoto } from "@/lib/selections/pictures";
import { ownPhoto } from "@/lib/selections/sent";

export const POST = form(clientAt.selections, ownPhoto, addOwnPhoto);
