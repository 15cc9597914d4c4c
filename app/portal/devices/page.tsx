import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { Devices } from "@/components/portal/devices";
import { clientPage } from "@/lib/auth/client-gates";
import { listOwnSessions } from "@/lib/auth/session-list";
import { clock, dayName } from "@/lib/dates";

export default async function PortalDevices() {
  const scope = await clientPage();
  const { name, timeZone, locale } = await portalShop(scope);
  const now = new Date();
  const devices = (await listOwnSessions(scope)).map(({ id, device, lastSeenAt }) => ({
    id,
    device,
    current: id === scope.actor.sessionId,
    lastSeen: `${dayName(lastSeenAt, timeZone, now)}, ${clock(lastSeenAt, timeZone, locale)}`,
  }));
  return (
    <PortalFrame scope={scope}>
      <Devices shop={name} devices={devices} action="/portal/devices/revoke" />
    </PortalFrame>
  );
}
