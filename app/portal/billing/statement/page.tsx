import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { PortalList } from "@/components/portal/portal-list";
import { StatementPage } from "@/components/statement/statement-page";
import { clientPage } from "@/lib/auth/client-gates";
import { periodAsked } from "@/lib/invoices/period";
import { readStatement } from "@/lib/invoices/statement";
import { documentHref } from "@/lib/links/policy";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const here = "/portal/billing/statement";

export default async function Statement({ searchParams }: Props) {
  const scope = await clientPage();
  const period = periodAsked.parse(await searchParams);
  const { name } = await portalShop(scope);
  const read = () => readStatement(scope, scope.actor.contactId, { period, now: new Date() });
  return (
    <PortalFrame scope={scope} current="billing" tabs>
      {
        await readOrProblem({ scope, againHref: here }, read, (statement) => (
          <PortalList
            heading="Statement"
            about={`What ${name} asked for and what you paid, from one day to another.`}
          >
            {statement && (
              <StatementPage
                statement={statement}
                here={here}
                hrefOf={(documentId) => documentHref("invoice", documentId)}
              />
            )}
          </PortalList>
        ))
      }
    </PortalFrame>
  );
}
