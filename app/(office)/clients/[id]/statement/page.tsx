import { NotThere } from "@/app/(office)/not-there";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { StatementPage } from "@/components/statement/statement-page";
import { RouteButton } from "@/components/ui/route-button";
import { staffPage } from "@/lib/auth/gates";
import { periodAsked } from "@/lib/invoices/period";
import { readStatement } from "@/lib/invoices/statement";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Statement({ params, searchParams }: Props) {
  const scope = await staffPage();
  const { id } = await params;
  const period = periodAsked.parse(await searchParams);
  const statement = await readStatement(scope, id, { period, now: new Date() });
  if (!statement) return <NotThere />;
  return (
    <Page
      heading={`Statement of ${statement.client}`}
      act={
        <span className="print:hidden">
          <RouteButton href={hrefs.client(id)}>Back to {statement.client}</RouteButton>
        </span>
      }
    >
      <StatementPage
        statement={statement}
        here={hrefs.statement(id)}
        hrefOf={(documentId) => hrefs.document(id, documentId)}
      />
    </Page>
  );
}
