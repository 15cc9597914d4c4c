import { Phone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = { action: FormAction; client: string };

/** Opens a client’s links and the steps that help, which puts on the record that they called. */
export function CantGetIn({ action, client }: Props) {
  return (
    <ActionForm action={action} sends={{ client }}>
      <Button icon={<Phone aria-hidden size={15} />}>Can’t get in?</Button>
    </ActionForm>
  );
}
