"use client";
// A client component because it is modal.

import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useRoutedDialog } from "./routed-dialog";

/** Asks once more before everybody but the asker is signed out. */
export function SignOutDialog({ action }: { action: FormAction }) {
  const open = useRoutedDialog("sign-out", hrefs.settings);
  return (
    <Dialog id="sign-out" labelledBy="sign-out-heading" open={open} closeHref={hrefs.settings}>
      <div className="grid gap-4 p-5 sm:p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id="sign-out-heading" className="text-18 font-600">
            Sign out everyone else?
          </h2>
          <DialogClose href={hrefs.settings} />
        </div>
        <p className="text-14 text-ink-2">
          Your team and your clients are signed out everywhere, on their next tap. Each of them can ask for a
          new link. You stay signed in here.
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink href={hrefs.settings} data-close="" size="desk-tall">
            Keep them signed in
          </ButtonLink>
          <ActionForm action={action} sends={{}} className="grid gap-2">
            <Button kind="danger" size="desk-tall">
              Sign out everyone else
            </Button>
          </ActionForm>
        </div>
      </div>
    </Dialog>
  );
}
