import { z } from "zod";
import { toPanel } from "@/app/portal/contracts/[id]/to-panel";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { signAgain } from "@/lib/contracts/sign";

/** Takes a signature back that was not confirmed yet. */
export const POST = form(clientAt.contract, z.object({}), async (scope) =>
  toPanel(scope, await signAgain(scope)),
);
