import { ClientTable } from "@/components/office/client-table";
import { hrefs, pagesOf } from "@/components/office/hrefs";
import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { Pager } from "@/components/office/table";
import { RouteButton } from "@/components/ui/route-button";
import { phoneWords } from "@/lib/address";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { listClients } from "@/lib/people/clients";
import { officeCountry } from "@/lib/people/phone";
import { listAsked } from "@/lib/people/sent";

export default async function Clients({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await staffPage();
  const asked = listAsked.parse(await searchParams);
  const { q } = asked;
  const [{ rows, after }, country] = await Promise.all([listClients(scope, asked), officeCountry(scope)]);
  return (
    <Page
      heading="Clients"
      act={
        mayWrite(scope) && (
          <span className="flex flex-wrap gap-2">
            <RouteButton href={hrefs.importClients}>Import</RouteButton>
            <RouteButton href={hrefs.newClient} kind="primary">
              New client
            </RouteButton>
          </span>
        )
      }
    >
      <ListSearch href={hrefs.clients} label="Search clients" q={q} />
      <ClientTable
        rows={rows.map((client) => ({ ...client, phoneWords: phoneWords(client.phone, country) }))}
        searched={q !== ""}
      />
      <Pager {...pagesOf(hrefs.clients, asked, after)} />
    </Page>
  );
}
