import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { AskingDialog } from "./asking-dialog";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

/** Asks once more before everybody but the asker is signed out. */
export function SignOutDialog({ action }: { action: FormAction }) {
  return (
    <AskingDialog
      id="sign-out"
      closeHref={hrefs.settings}
      heading="Sign out everyone else?"
      leave="Keep them signed in"
      act={
        <ActionForm action={action} sends={{}} className="grid gap-2">
          <Button kind="danger" size="desk-tall">
            Sign out everyone else
          </Button>
        </ActionForm>
      }
    >
      <p className="text-14 text-ink-2">
        Your team and your clients are signed out everywhere, on their next tap. Each of them can ask for a
        new link. You stay signed in here.
      </p>
    </AskingDialog>
  );
}
