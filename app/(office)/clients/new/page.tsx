import { add } from "@/app/(office)/clients/actions";
import { ClientForm } from "@/components/office/client-form";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { readOffice } from "@/lib/tenants/settings";

export default async function NewClient() {
  const { tenant } = await readOffice(await managerPage("/clients"));
  return (
    <Page heading="New client" narrow>
      <ClientForm action={add} zone={tenant.timeZone} />
    </Page>
  );
}
