import { restore, skip } from "@/app/(office)/reminders/actions";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ReminderDays } from "@/components/office/reminder-days";
import { RemindersSent } from "@/components/office/reminders-sent";
import { RouteButton } from "@/components/ui/route-button";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readReminders } from "@/lib/reminders/office";

export default async function Reminders() {
  const scope = await staffPage();
  const { days, isCut, sent, isSentCut } = await readReminders(scope, new Date());
  return (
    <Page
      heading="Reminders"
      act={<RouteButton href={hrefs.reminderSettings}>When they are sent</RouteButton>}
    >
      <ReminderDays days={days} isCut={isCut} actions={mayWrite(scope) ? { skip, restore } : null} />
      <RemindersSent sent={sent} isCut={isSentCut} />
    </Page>
  );
}
