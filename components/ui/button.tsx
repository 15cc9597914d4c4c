import type { ComponentProps, ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

type Look = { kind?: ButtonKind; size?: ButtonSize; icon?: ReactNode };

/** A button that submits its form unless told otherwise. Its words name the act. */
export function Button({
  kind,
  size,
  icon,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type="submit" {...rest} className={`${buttonClass(kind, size)} ${className}`}>
      {icon}
      {children}
    </button>
  );
}

/** A plain link that looks like a button: another page, a call, a download. In the office `RouteButton` goes faster. */
export function ButtonLink({
  kind,
  size,
  icon,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<"a">) {
  return (
    <a {...rest} className={`${buttonClass(kind, size)} ${className}`}>
      {icon}
      {children}
    </a>
  );
}
