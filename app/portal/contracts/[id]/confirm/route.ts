import { toPanel } from "@/app/portal/contracts/[id]/to-panel";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { confirmSignature } from "@/lib/contracts/confirm";
import { confirmForm } from "@/lib/contracts/sent";

export const POST = form(clientAt.contract, confirmForm, async (scope, sent) =>
  toPanel(scope, await confirmSignature(scope, sent)),
);
