import { notFound } from "next/navigation";
import { save } from "@/app/(office)/contractors/actions";
import { ContractorForm } from "@/components/office/contractor-form";
import { Page } from "@/components/office/page";
import { staffPage } from "@/lib/auth/gates";
import { phoneWords } from "@/lib/people/address";
import { readContractor } from "@/lib/people/contacts";
import { tradesOf } from "@/lib/work-orders/choices";

export default async function Contractor({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const found = await readContractor(scope, (await params).id);
  if (!found.ok) notFound();
  const { id, name, company, trade, email, phone, prefers, active } = found.value;
  const kept = {
    id,
    name,
    prefers,
    active,
    company: company ?? "",
    trade: trade ?? "",
    email: email ?? "",
    phone: phoneWords(phone) ?? "",
  };
  return (
    <Page heading={company ?? name} narrow>
      <ContractorForm action={save} contractor={kept} trades={await tradesOf(scope)} />
    </Page>
  );
}
