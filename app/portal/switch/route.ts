import { z } from "zod";
import { client } from "@/lib/auth/client-gates";
import { askForEverything } from "@/lib/auth/everything";
import { form } from "@/lib/auth/form";

/** Another shop: a link goes to the address that this client has proved, and leads to the choice. */
export const POST = form(client, z.object({}), (scope) => askForEverything(scope));
