import { confirm, propose, withdraw } from "@/app/(office)/settings/bank/actions";
import { BankComing } from "@/components/office/bank-coming";
import { BankInForce } from "@/components/office/bank-in-force";
import { BankPast } from "@/components/office/bank-past";
import { BankPropose } from "@/components/office/bank-propose";
import { SettingsPage } from "@/components/office/settings-page";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readBankOffice } from "@/lib/bank/for-office";
import { bankAsked } from "@/lib/bank/sent";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BankDetails({ searchParams }: Props) {
  const scope = await staffPage();
  const { after } = bankAsked.parse(await searchParams);
  const { inForce, coming, past, earlier, others, names, hints } = await readBankOffice(
    scope,
    new Date(),
    after,
  );
  const may = mayWrite(scope);
  return (
    <SettingsPage
      heading="Bank details"
      intro="Where clients pay by transfer. They see it in the portal alone, never in a message. To change it takes two of you, and a day."
    >
      <BankInForce details={inForce} />
      {coming && (
        <BankComing
          coming={coming}
          names={names}
          others={others}
          actions={may ? { confirm, withdraw } : undefined}
        />
      )}
      {!coming && may && <BankPropose names={names} hints={hints} others={others} action={propose} />}
      {past.length > 0 && <BankPast past={past} earlier={earlier} isLater={after !== undefined} />}
    </SettingsPage>
  );
}
