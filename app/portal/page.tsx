import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { PortalHome } from "@/components/portal/portal-home";
import { clientPage } from "@/lib/auth/client-gates";
import { homeAsked } from "@/lib/portal/asked";
import { readPortalHome } from "@/lib/portal/home";
import { firstName } from "@/lib/work-orders/order-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Portal({ searchParams }: Props) {
  const scope = await clientPage();
  const { project: projectId } = homeAsked.parse(await searchParams);
  const { name } = await portalShop(scope);
  const read = () => readPortalHome(scope, { now: new Date(), projectId });
  return (
    <PortalFrame scope={scope} current="home" tabs>
      {
        await readOrProblem({ scope, againHref: "/portal" }, read, (home) => (
          <PortalHome {...home} firstName={firstName(scope.actor.name)} shop={name} />
        ))
      }
    </PortalFrame>
  );
}
