import type { ComponentProps, ReactNode } from "react";

const look =
  "inline-flex size-8 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-control text-ink hover:bg-sunken transition-colors duration-120";

type Icon = { label: string; icon: ReactNode };

/** A button that is only an icon; `label` is what it is called. */
export function IconButton({ label, icon, className = "", ...rest }: Icon & ComponentProps<"button">) {
  return (
    <button type="button" {...rest} title={label} className={`${look} ${className}`}>
      {icon}
      <span className="sr-only">{label}</span>
    </button>
  );
}

/** A link that is only an icon. */
export function IconLink({ label, icon, href, className = "", ...rest }: Icon & ComponentProps<"a">) {
  return (
    <a {...rest} href={href} title={label} className={`${look} ${className}`}>
      {icon}
      <span className="sr-only">{label}</span>
    </a>
  );
}
