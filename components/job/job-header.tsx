import { ShopLogo } from "@/components/ui/logo";
import type { JobView } from "@/lib/work-orders/views";

/** Who sends the job, and the number to say on the phone. */
export function JobHeader({ job }: { job: Pick<JobView, "agency" | "reference"> }) {
  return (
    <header className="flex items-center gap-2.5 pt-3.5">
      <ShopLogo logo={job.agency.logo} size={28} />
      <span className="min-w-0 flex-1 truncate text-15 font-550">{job.agency.name}</span>
      <span className="font-mono text-14 text-ink-3">{job.reference}</span>
    </header>
  );
}
