"use client";
// A client component because it is modal.

import type { ComponentProps, ReactNode } from "react";
import { HiddenFields } from "@/components/links/hidden-fields";
import { ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useRoutedDialog } from "./routed-dialog";

type Props = {
  id: string;
  /** Where its page leads without it. */
  closeHref: string;
  heading: string;
  /** What the way out of it is called. */
  leave: string;
  /** The button that does what it asks about. */
  act: ReactNode;
  /** Where it is one form as a whole: how that is sent. */
  form?: ComponentProps<"form">;
  /** What that form sends unseen. */
  sends?: Record<string, string>;
  children: ReactNode;
};

/** A dialog with an address of its own that asks once more, or for the rest, before something is done. */
export function AskingDialog({ id, closeHref, heading, leave, act, form, sends = {}, children }: Props) {
  const open = useRoutedDialog(id, closeHref);
  const inside = (
    <>
      <div className="flex items-start justify-between gap-4">
        <h2 id={`${id}-heading`} className="text-18 font-600">
          {heading}
        </h2>
        <DialogClose href={closeHref} />
      </div>
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <ButtonLink href={closeHref} data-close="" size="desk-tall">
          {leave}
        </ButtonLink>
        {act}
      </div>
    </>
  );
  return (
    <Dialog id={id} labelledBy={`${id}-heading`} open={open} closeHref={closeHref}>
      {form ? (
        <form {...form} className={spaced}>
          <HiddenFields fields={sends} />
          {inside}
        </form>
      ) : (
        <div className={spaced}>{inside}</div>
      )}
    </Dialog>
  );
}

const spaced = "grid gap-4 p-5 sm:p-6";
