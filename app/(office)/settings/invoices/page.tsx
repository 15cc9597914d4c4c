import { chooseAccount, saveInvoices } from "@/app/(office)/settings/invoices/actions";
import { InvoiceAccount, InvoiceSettingsForm } from "@/components/office/invoice-settings";
import { SettingsPage } from "@/components/office/settings-page";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readInvoiceSettings } from "@/lib/invoices/settings";
import { typedMilli } from "@/lib/invoices/typed";

export default async function InvoicesSettings() {
  const scope = await staffPage();
  const { taxMilliPercent, stripeAccount, businessNumber, businessNumberName, ...settings } =
    await readInvoiceSettings(scope);
  const isOwner = scope.actor.role === "owner";
  return (
    <SettingsPage
      heading="Invoices"
      intro="How they are numbered, when they are due, and what tax a new line has. What was sent stays as it is."
    >
      <InvoiceSettingsForm
        settings={{
          ...settings,
          ...{ taxRate: typedMilli(taxMilliPercent), businessNumber: businessNumber ?? "" },
        }}
        numberName={businessNumberName}
        action={mayWrite(scope) ? saveInvoices : undefined}
      />
      {isOwner && <InvoiceAccount account={stripeAccount ?? ""} action={chooseAccount} />}
    </SettingsPage>
  );
}
