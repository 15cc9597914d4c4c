import type { ComponentProps, ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";

// The one act of a gate stands between the two sizes of a job's buttons, so its own measures must win over theirs.
const look = "min-h-14! w-full text-18! tracking-[-0.01em]! font-600!";

type Look = { kind?: "brand" | "primary" | "secondary" | "quiet"; icon?: ReactNode; after?: ReactNode };

/** The one act of a page: 56 tall, as wide as the column. It submits its form unless told otherwise. */
export function MainButton({
  kind = "brand",
  icon,
  after,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <Button {...rest} kind={kind} size="phone" className={`${look} ${className}`}>
      <Words icon={icon} after={after}>
        {children}
      </Words>
    </Button>
  );
}

/** The same as a link: a page, a call. */
export function MainLink({ kind = "brand", icon, after, children, ...rest }: Look & ComponentProps<"a">) {
  return (
    <ButtonLink {...rest} kind={kind} size="phone" className={look}>
      <Words icon={icon} after={after}>
        {children}
      </Words>
    </ButtonLink>
  );
}

const Words = ({ icon, after, children }: { icon?: ReactNode; after?: ReactNode; children: ReactNode }) => (
  <span className="inline-flex items-center gap-2">
    {icon}
    {children}
    {after}
  </span>
);

/** What else can be done, below the one act: quieter, and as easy to hit. */
export function OtherLink({ icon, children, ...rest }: { icon?: ReactNode } & ComponentProps<"a">) {
  return (
    <a
      {...rest}
      className="inline-flex min-h-11 items-center justify-center gap-2 text-center text-16 font-500 text-brand"
    >
      {icon}
      {children}
    </a>
  );
}
