import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { PortalHome } from "@/components/portal/portal-home";
import { clientPage } from "@/lib/auth/client-gates";
import { shortDay } from "@/lib/dates";
import { listForClient, listProjectsForClient } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";
import { firstName } from "@/lib/work-orders/order-view";

export default async function Portal() {
  const scope = await clientPage();
  const shop = await portalShop(scope);
  const documents = (await listForClient(scope)).map(({ sentAt, ...document }) => ({
    ...document,
    href: documentHref(document.kind, document.id),
    sentOn: shortDay(sentAt, shop.timeZone, shop.locale),
  }));
  return (
    <PortalFrame scope={scope}>
      <PortalHome
        firstName={firstName(scope.actor.name)}
        shop={shop.name}
        documents={documents}
        projects={await listProjectsForClient(scope)}
      />
    </PortalFrame>
  );
}
