import { chooseKeys, revoke, revokeOthers } from "@/app/(office)/settings/security/actions";
import { SessionsList } from "@/components/office/sessions-list";
import { SettingsPage } from "@/components/office/settings-page";
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
    <SettingsPage
      places={[{ href: "/settings/security", label: "Security" }]}
      heading="Security"
      intro="Nobody here has a password. Everyone comes in by a link, and stays in on that one browser."
    >
      <SessionsList sessions={sessions} revoke={revoke} revokeOthers={revokeOthers} />
      <KeysForm singleKeys={member.singleKeys} action={chooseKeys} />
    </SettingsPage>
  );
}
