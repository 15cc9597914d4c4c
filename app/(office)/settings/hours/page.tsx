import { nameCrew, saveHours, sendOrKeep } from "@/app/(office)/settings/hours/actions";
import { HoursCrews } from "@/components/office/hours-crews";
import { HoursForm } from "@/components/office/hours-form";
import { SettingsPage } from "@/components/office/settings-page";
import { hoursWords, weekdays } from "@/lib/appointments/hours";
import { readOfficeHours } from "@/lib/appointments/office-hours";
import { mayWrite, staffPage } from "@/lib/auth/gates";

export default async function OfficeHours() {
  const scope = await staffPage();
  const { hours, noticeHours, locale, crews } = await readOfficeHours(scope);
  const may = mayWrite(scope);
  const days = weekdays.map(({ day, name }) => {
    const [opens = "", closes = ""] = hours[day] ?? [];
    return { day, name, opens, closes };
  });
  return (
    <SettingsPage
      heading="Hours and crews"
      intro="When you work, how much notice you want, and who goes out. Clients pick their times from these."
    >
      <HoursForm
        days={days}
        words={hoursWords(hours, locale)}
        noticeHours={noticeHours}
        action={may ? saveHours : undefined}
      />
      <HoursCrews crews={crews} actions={may ? { nameCrew, sendOrKeep } : undefined} />
    </SettingsPage>
  );
}
