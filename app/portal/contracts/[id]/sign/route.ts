import { toPanel } from "@/app/portal/contracts/[id]/to-panel";
import { callerHere } from "@/lib/auth/caller-here";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { signatureForm } from "@/lib/contracts/sent";
import { signContract } from "@/lib/contracts/sign";

/** A signature: it counts once it is confirmed. */
export const POST = form(clientAt.contract, signatureForm, async (scope, sent) =>
  toPanel(scope, await signContract(scope, sent, await callerHere())),
);
