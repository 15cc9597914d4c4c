import { ContractorTable } from "@/components/office/contractor-table";
import { hrefs, pagesOf } from "@/components/office/hrefs";
import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { Pager } from "@/components/office/table";
import { RouteButton } from "@/components/ui/route-button";
import { phoneWords } from "@/lib/address";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { listContractors } from "@/lib/people/contacts";
import { officeCountry } from "@/lib/people/phone";
import { listAsked } from "@/lib/people/sent";

export default async function Contractors({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await staffPage();
  const asked = listAsked.parse(await searchParams);
  const { q } = asked;
  const [{ rows, after }, country] = await Promise.all([listContractors(scope, asked), officeCountry(scope)]);
  return (
    <Page
      heading="Contractors"
      act={
        mayWrite(scope) && (
          <RouteButton href={hrefs.newContractor} kind="primary">
            New contractor
          </RouteButton>
        )
      }
    >
      <ListSearch href={hrefs.contractors} label="Search contractors" q={q} />
      <ContractorTable
        rows={rows.map((contractor) => ({
          ...contractor,
          company: contractor.company ?? contractor.name,
          phoneWords: phoneWords(contractor.phone, country),
        }))}
        searched={q !== ""}
      />
      <Pager {...pagesOf(hrefs.contractors, asked, after)} />
    </Page>
  );
}
