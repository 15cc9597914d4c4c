import { save } from "@/app/(office)/clients/actions";
import { NotThere } from "@/app/(office)/not-there";
import { ClientForm } from "@/components/office/client-form";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { phoneWords } from "@/lib/address";
import { managerPage } from "@/lib/auth/gates";
import { readClient } from "@/lib/people/clients";
import { officeCountry } from "@/lib/people/phone";
import { readOffice } from "@/lib/tenants/settings";

export default async function EditClient({ params }: { params: Promise<{ id: string }> }) {
  const asked = (await params).id;
  const scope = await managerPage(hrefs.client(asked));
  const found = await readClient(scope, asked);
  if (!found.ok) return <NotThere />;
  const { id, name, email, phone, partnerName, partnerEmail, partnerPhone, timeZone, active, version } =
    found.value;
  const country = await officeCountry(scope);
  const { tenant } = await readOffice(scope);
  return (
    <Page heading={`Edit ${name}`} narrow>
      <ClientForm
        action={save}
        zone={tenant.timeZone}
        client={{
          ...{ id, name, active, version },
          email: email ?? "",
          phone: phoneWords(phone, country) ?? "",
          timeZone: timeZone ?? "",
          partnerName: partnerName ?? "",
          partnerEmail: partnerEmail ?? "",
          partnerPhone: phoneWords(partnerPhone, country) ?? "",
        }}
      />
    </Page>
  );
}
