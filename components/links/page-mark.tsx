import type { LucideIcon } from "lucide-react";

const tones = {
  brand: "bg-brand-tint text-brand",
  quiet: "bg-sunken text-ink-2",
  wait: "bg-on-site-tint text-on-site",
  good: "bg-completed-tint text-completed",
};

/** The round mark above a page’s heading. It says nothing that the heading does not. */
export function PageMark({ icon: Icon, tone = "brand" }: { icon: LucideIcon; tone?: keyof typeof tones }) {
  return (
    <span aria-hidden className={`mb-5 flex size-14 items-center justify-center rounded-full ${tones[tone]}`}>
      <Icon size={28} strokeWidth={1.75} />
    </span>
  );
}
