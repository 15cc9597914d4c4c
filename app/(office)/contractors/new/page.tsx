import { save } from "@/app/(office)/contractors/actions";
import { ContractorForm } from "@/components/office/contractor-form";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { listTrades } from "@/lib/people/contacts";

export default async function NewContractor() {
  const scope = await managerPage("/contractors");
  return (
    <Page heading="New contractor" narrow>
      <ContractorForm action={save} trades={await listTrades(scope)} />
    </Page>
  );
}
