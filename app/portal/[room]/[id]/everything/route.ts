import { z } from "zod";
import { pass } from "@/lib/auth/client-gates";
import { askForEverything } from "@/lib/auth/everything";
import { form } from "@/lib/auth/form";

/** From one document to everything of the shop: that takes a sign-in link. */
export const POST = form(pass, z.object({}), (scope) => askForEverything(scope));
