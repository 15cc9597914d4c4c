import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { PropertyTable } from "@/components/office/property-table";
import { RouteButton } from "@/components/ui/route-button";
import { staffPage } from "@/lib/auth/gates";
import { phoneWords } from "@/lib/people/address";
import { listProperties } from "@/lib/people/properties";
import { restOfAddress } from "@/lib/work-orders/work-order";

export default async function Properties({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const scope = await staffPage();
  const q = [(await searchParams).q ?? ""].flat()[0] ?? "";
  const properties = await listProperties(scope, q);
  return (
    <Page
      heading="Properties"
      act={
        <RouteButton href="/properties/new" kind="primary">
          New property
        </RouteButton>
      }
    >
      <ListSearch href="/properties" label="Search properties" q={q} />
      <PropertyTable
        rows={properties.map((property) => ({
          ...property,
          rest: restOfAddress(property),
          occupantPhoneWords: phoneWords(property.occupantPhone),
        }))}
        searched={q !== ""}
      />
    </Page>
  );
}
