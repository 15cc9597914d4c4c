import type { ComponentProps, ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

export type Look = { kind?: ButtonKind; size?: ButtonSize; icon?: ReactNode };
type Bare = { className?: string | undefined; children?: ReactNode };

/** What makes a button of a button, a link or a route: its class, and its icon before its words. */
export function dressed<Props extends Look & Bare>(props: Props) {
  const { kind, size, icon, className = "", children, ...rest } = props;
  const words = (
    <>
      {icon}
      {children}
    </>
  );
  return { ...rest, className: `${buttonClass(kind, size)} ${className}`, children: words };
}

/** A button that submits its form unless told otherwise. Its words name the act. */
export function Button(props: Look & ComponentProps<"button">) {
  return <button type="submit" {...dressed(props)} />;
}

/** A plain link that looks like a button: another page, a call, a download. In the office `RouteButton` goes faster. */
export function ButtonLink(props: Look & ComponentProps<"a">) {
  return <a {...dressed(props)} />;
}
