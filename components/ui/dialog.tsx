import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconLink } from "./icon-button";

export type DialogProps = {
  id: string;
  /** The id of the heading that names it. */
  labelledBy: string;
  /** Open from the start, in a page that is about it; the page puts its rest under `inert`. */
  open?: boolean;
  /** Where closing leads without script. */
  closeHref: string;
  children: ReactNode;
};

const widths = { narrow: "sm:max-w-120", wide: "sm:max-w-230" };

/** A dialog in the middle of a desk, across the foot of a phone. Opened by a link with `data-opens` and the page’s `DialogDoors`. */
export function Dialog({
  id,
  labelledBy,
  open,
  closeHref,
  width = "narrow",
  children,
}: DialogProps & { width?: keyof typeof widths }) {
  return (
    <>
      {open && <Scrim href={closeHref} />}
      <dialog
        id={id}
        open={open}
        aria-labelledby={labelledBy}
        className={`fixed inset-x-0 top-auto bottom-0 z-30 m-0 max-h-[92dvh] w-full max-w-none overflow-y-auto rounded-t-sheet bg-surface text-ink shadow-dialog transition-[translate,opacity] duration-200 ease-sheet starting:translate-y-6 starting:opacity-0 sm:inset-0 sm:m-auto sm:h-fit sm:rounded-dialog ${widths[width]}`}
      >
        {children}
      </dialog>
    </>
  );
}

/** What lies behind a dialog that a page opened by itself; a modal one has the browser's own. */
export function Scrim({ href }: { href: string }) {
  return <div aria-hidden data-behind={href} className="fixed inset-0 z-20 bg-scrim" />;
}

/** The cross: closes the dialog, or leads back to the page without it. */
export function DialogClose({ href, large = false }: { href: string; large?: boolean }) {
  return (
    <IconLink
      href={href}
      data-close=""
      label="Close"
      className={large ? "size-11" : ""}
      icon={<X aria-hidden size={large ? 24 : 18} strokeWidth={large ? 2 : 1.75} />}
    />
  );
}
