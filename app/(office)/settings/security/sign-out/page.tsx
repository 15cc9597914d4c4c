import { revokeOthers } from "@/app/(office)/settings/security/actions";
import { SecurityScreen } from "@/app/(office)/settings/security/security-screen";
import { SignOutDialog } from "@/components/office/sign-out-dialog";
import { staffPage } from "@/lib/auth/gates";

export default async function SignOutOthers() {
  const scope = await staffPage();
  return (
    <SecurityScreen scope={scope} all={false}>
      {scope.actor.role === "owner" && <SignOutDialog action={revokeOthers} />}
    </SecurityScreen>
  );
}
