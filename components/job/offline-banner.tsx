import { WifiOff } from "lucide-react";

/** Says at the top that there is no signal, and what becomes of what is tapped. The outbox brings it up by its marks. */
export function OfflineBanner() {
  return (
    <div className="hidden bg-ink text-surface group-data-offline/job:block">
      <p className="mx-auto flex max-w-160 items-center gap-3 px-5 py-3 text-16 leading-5.5">
        <WifiOff aria-hidden size={22} strokeWidth={2} className="shrink-0" />
        <span className="hidden max-w-48 group-data-waiting/job:inline">
          No signal – saved, will send when you’re back
        </span>
        <span className="max-w-72 group-data-waiting/job:hidden">
          No signal. What you tap is saved and sent when you’re back.
        </span>
      </p>
    </div>
  );
}
