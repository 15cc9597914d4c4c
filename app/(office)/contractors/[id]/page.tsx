import { save } from "@/app/(office)/contractors/actions";
import { NotThere } from "@/app/(office)/not-there";
import { ContractorForm } from "@/components/office/contractor-form";
import { Page } from "@/components/office/page";
import { RecordFacts } from "@/components/office/record-facts";
import { phoneWords } from "@/lib/address";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { listTrades, readContractor } from "@/lib/people/contacts";
import { officeCountry } from "@/lib/people/phone";

export default async function Contractor({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const found = await readContractor(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const { id, name, company, trade, email, phone, prefers, active } = found.value;
  const kept = {
    id,
    name,
    prefers,
    active,
    company: company ?? "",
    trade: trade ?? "",
    email: email ?? "",
    phone: phoneWords(phone, await officeCountry(scope)) ?? "",
  };
  if (!mayWrite(scope)) {
    const gets = active ? (prefers === "sms" ? "By SMS" : "By email") : "Not active, gets nothing";
    const facts = { Person: name, Trade: trade, Mobile: kept.phone, Email: email, "Gets jobs": gets };
    return (
      <Page heading={company ?? name} narrow>
        <RecordFacts facts={facts} />
      </Page>
    );
  }
  return (
    <Page heading={company ?? name} narrow>
      <ContractorForm action={save} contractor={kept} trades={await listTrades(scope)} />
    </Page>
  );
}
