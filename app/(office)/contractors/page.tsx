import { ContractorTable } from "@/components/office/contractor-table";
import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { RouteButton } from "@/components/ui/route-button";
import { staffPage } from "@/lib/auth/gates";
import { phoneWords } from "@/lib/people/address";
import { listContractors } from "@/lib/people/contacts";

export default async function Contractors({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const scope = await staffPage();
  const q = [(await searchParams).q ?? ""].flat()[0] ?? "";
  const contractors = await listContractors(scope, q);
  return (
    <Page
      heading="Contractors"
      act={
        <RouteButton href="/contractors/new" kind="primary">
          New contractor
        </RouteButton>
      }
    >
      <ListSearch href="/contractors" label="Search contractors" q={q} />
      <ContractorTable
        rows={contractors.map((contractor) => ({
          ...contractor,
          company: contractor.company ?? contractor.name,
          phoneWords: phoneWords(contractor.phone),
        }))}
        searched={q !== ""}
      />
    </Page>
  );
}
