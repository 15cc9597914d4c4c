import { hrefs, pagesOf } from "@/components/office/hrefs";
import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { PropertyTable } from "@/components/office/property-table";
import { Pager } from "@/components/office/table";
import { RouteButton } from "@/components/ui/route-button";
import { phoneWords } from "@/lib/address";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { officeCountry } from "@/lib/people/phone";
import { listProperties } from "@/lib/people/properties";
import { listAsked } from "@/lib/people/sent";
import { restOfAddress } from "@/lib/work-orders/work-order";

export default async function Properties({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await staffPage();
  const asked = listAsked.parse(await searchParams);
  const { q } = asked;
  const [{ rows, after }, country] = await Promise.all([listProperties(scope, asked), officeCountry(scope)]);
  return (
    <Page
      heading="Properties"
      act={
        mayWrite(scope) && (
          <RouteButton href={hrefs.newProperty} kind="primary">
            New property
          </RouteButton>
        )
      }
    >
      <ListSearch href={hrefs.properties} label="Search properties" q={q} />
      <PropertyTable
        rows={rows.map((property) => ({
          ...property,
          rest: restOfAddress(property),
          occupantPhoneWords: phoneWords(property.occupantPhone, country),
        }))}
        searched={q !== ""}
      />
      <Pager {...pagesOf(hrefs.properties, asked, after)} />
    </Page>
  );
}
