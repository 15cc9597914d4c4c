import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

type Look = { kind?: ButtonKind; size?: ButtonSize; icon?: ReactNode };

/** A button-like link that changes the page without loading it anew; costs script, so not for public pages. */
export function RouteButton({
  kind,
  size,
  icon,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={`${buttonClass(kind, size)} ${className}`}>
      {icon}
      {children}
    </Link>
  );
}
