import { add } from "@/app/(office)/clients/actions";
import { ClientForm } from "@/components/office/client-form";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";

export default async function NewClient() {
  await managerPage("/clients");
  return (
    <Page heading="New client" narrow>
      <ClientForm action={add} />
    </Page>
  );
}
