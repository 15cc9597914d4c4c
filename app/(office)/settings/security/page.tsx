import { chooseKeys, revoke, revokeOthers } from "@/app/(office)/settings/security/actions";
import { Page } from "@/components/office/page";
import { SessionsList } from "@/components/office/sessions-list";
import { KeysForm } from "@/components/office/shortcuts";
import { staffPage } from "@/lib/auth/gates";
import { listSessions } from "@/lib/auth/session";
import { clock, dayName } from "@/lib/dates";
import { readOffice } from "@/lib/tenants/settings";

export default async function Security() {
  const scope = await staffPage();
  const { tenant, member } = await readOffice(scope);
  const now = new Date();
  const sessions = (await listSessions(scope)).map((session) => ({
    ...session,
    current: session.id === scope.actor.sessionId,
    lastSeen:
      session.id === scope.actor.sessionId
        ? "Now"
        : `${dayName(session.lastSeenAt, tenant.timeZone, now)}, ${clock(session.lastSeenAt, tenant.timeZone)}`,
    mayRevoke: scope.actor.role === "owner" || session.memberId === scope.actor.memberId,
  }));
  return (
    <Page heading="Settings" narrow>
      <SessionsList sessions={sessions} revoke={revoke} revokeOthers={revokeOthers} />
      <KeysForm singleKeys={member.singleKeys} action={chooseKeys} />
    </Page>
  );
}
