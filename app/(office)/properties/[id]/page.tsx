import { NotThere } from "@/app/(office)/not-there";
import { save } from "@/app/(office)/properties/actions";
import { Page } from "@/components/office/page";
import { PropertyForm } from "@/components/office/property-form";
import { RecordFacts } from "@/components/office/record-facts";
import { phoneWords } from "@/lib/address";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { officeCountry } from "@/lib/people/phone";
import { readProperty } from "@/lib/people/properties";
import { restOfAddress } from "@/lib/work-orders/work-order";

export default async function Property({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const found = await readProperty(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const { occupantName, occupantPhone, ...property } = found.value;
  const kept = {
    ...property,
    occupantName: occupantName ?? "",
    occupantPhone: phoneWords(occupantPhone, await officeCountry(scope)) ?? "",
  };
  if (!mayWrite(scope)) {
    const facts = {
      Suburb: restOfAddress(property),
      Tenant: occupantName,
      "Tenant’s phone": kept.occupantPhone,
      "Getting in": property.accessNotes,
      "Time zone": property.timeZone,
    };
    return (
      <Page heading={property.street} narrow>
        <RecordFacts facts={facts} />
      </Page>
    );
  }
  return (
    <Page heading={property.street} narrow>
      <PropertyForm action={save} property={kept} zone={property.timeZone} />
    </Page>
  );
}
