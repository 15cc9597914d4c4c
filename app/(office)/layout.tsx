import type { ReactNode } from "react";
import { chooseKeys } from "@/app/(office)/settings/security/actions";
import { SignedInAnnouncer } from "@/components/links/signed-in-channel";
import { LiveFeed } from "@/components/office/live";
import { SearchPalette } from "@/components/office/search-palette";
import { Shell } from "@/components/office/shell";
import { Shortcuts } from "@/components/office/shortcuts";
import { staffPage } from "@/lib/auth/gates";
import { readCursor } from "@/lib/events/stream";
import { readOffice } from "@/lib/tenants/settings";
import { countInbox } from "@/lib/work-orders/inbox";

export default async function Office({ children }: { children: ReactNode }) {
  const scope = await staffPage();
  const since = await readCursor();
  const { tenant, member } = await readOffice(scope);
  const counts = await countInbox(scope);
  return (
    <Shell
      tenant={tenant}
      member={member}
      counts={counts}
      since={since}
      unseen={
        <>
          <LiveFeed member={scope.actor.memberId} since={since} />
          <SearchPalette />
          <Shortcuts singleKeys={member.singleKeys} chooseKeys={chooseKeys} />
          <SignedInAnnouncer audience="staff" />
        </>
      }
    >
      {children}
    </Shell>
  );
}
