import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { Devices } from "@/components/portal/devices";
import { clientPage } from "@/lib/auth/client-gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import { listOwnSessions } from "@/lib/auth/session-list";
import { clock, dayName } from "@/lib/dates";

export default async function PortalDevices({ searchParams }: { searchParams: Promise<{ kept?: string }> }) {
  const scope = await clientPage();
  const { kept } = await searchParams;
  const refused = kept ? await readKeptForm(scope, scope.actor.sessionId, String(kept)) : undefined;
  const { name, timeZone, locale } = await portalShop(scope);
  const now = new Date();
  const devices = (await listOwnSessions(scope)).map(({ id, device, lastSeenAt }) => ({
    id,
    device,
    current: id === scope.actor.sessionId,
    lastSeen: `${dayName(lastSeenAt, timeZone, now, locale)}, ${clock(lastSeenAt, timeZone, locale)}`,
  }));
  return (
    <PortalFrame scope={scope} tabs>
      <Devices
        shop={name}
        devices={devices}
        action="/portal/devices/revoke"
        {...(refused && { problem: "That device is signed out already." })}
      />
    </PortalFrame>
  );
}
