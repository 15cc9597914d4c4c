import { save } from "@/app/(office)/contractors/actions";
import { ContractorForm } from "@/components/office/contractor-form";
import { Page } from "@/components/office/page";
import { staffPage } from "@/lib/auth/gates";
import { tradesOf } from "@/lib/work-orders/choices";

export default async function NewContractor() {
  const scope = await staffPage();
  return (
    <Page heading="New contractor" narrow>
      <ContractorForm action={save} trades={await tradesOf(scope)} />
    </Page>
  );
}
