import { save } from "@/app/(office)/properties/actions";
import { Page } from "@/components/office/page";
import { PropertyForm } from "@/components/office/property-form";
import { managerPage } from "@/lib/auth/gates";
import { readOffice } from "@/lib/tenants/settings";

export default async function NewProperty() {
  const { tenant } = await readOffice(await managerPage("/properties"));
  return (
    <Page heading="New property" narrow>
      <PropertyForm action={save} zone={tenant.timeZone} />
    </Page>
  );
}
