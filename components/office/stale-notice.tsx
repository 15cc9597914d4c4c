import { Notice } from "@/components/ui/notice";

/** Says that somebody was faster: what happened, and that nothing was changed by this form. */
export function StaleNotice({ happened }: { happened: string }) {
  return (
    <Notice tone="problem">
      <span className="font-550">{happened} while you were looking.</span> Nothing was changed. Look it over
      and send it again if it still fits.
    </Notice>
  );
}
