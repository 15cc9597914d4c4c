import { toPanel } from "@/app/portal/contracts/[id]/to-panel";
import { clientAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { declineContract } from "@/lib/contracts/confirm";
import { declineForm } from "@/lib/contracts/sent";

export const POST = form(
  clientAt.contract,
  declineForm,
  async (scope, sent) => toPanel(scope, await declineContract(scope, sent)),
  "decline",
);
