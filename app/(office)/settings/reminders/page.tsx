import { chooseLadder, chooseQuiet } from "@/app/(office)/settings/reminders/actions";
import { ReminderLadders } from "@/components/office/reminder-ladders";
import { ReminderQuiet } from "@/components/office/reminder-quiet";
import { SettingsPage } from "@/components/office/settings-page";
import { staffPage } from "@/lib/auth/gates";
import { ladderViews } from "@/lib/reminders/ladder-words";
import { quietWords } from "@/lib/reminders/settings";
import { readOffice } from "@/lib/tenants/settings";

export default async function ReminderSettings() {
  const scope = await staffPage();
  const { tenant } = await readOffice(scope);
  const quiet = { from: tenant.quietFrom, until: tenant.quietUntil };
  const isOwner = scope.actor.role === "owner";
  return (
    <SettingsPage
      heading="Reminders"
      intro="A client who has not answered hears from you again, each time with a link that opens what it is about. It stops when they answer, when you close it, and while a question of theirs waits for you."
    >
      <ReminderLadders
        ladders={ladderViews(tenant.reminderLadders)}
        action={isOwner ? chooseLadder : undefined}
      />
      <ReminderQuiet
        quiet={quiet}
        words={quietWords(quiet, tenant.locale)}
        action={isOwner ? chooseQuiet : undefined}
      />
    </SettingsPage>
  );
}
