"use client";
// A client component because its search finds clients while one types.

import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Choices } from "@/lib/work-orders/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { SearchedSelect } from "./searched-select";

const people = [
  { value: "primary", label: "The client" },
  { value: "partner", label: "Their partner" },
];

type Props = { action: FormAction; contractId: string; clients: Choices };

/** Somebody of another client who signs as well: a guarantor, a neighbour. */
export function SigneeAdder({ action, contractId, clients }: Props) {
  return (
    <details className="mt-5 border-t border-line pt-4">
      <summary className="inline-flex min-h-8 items-center text-13 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        Somebody of another client signs as well
      </summary>
      <ActionForm action={action} sends={{ id: contractId }} className="grid max-w-110 gap-3 pt-3">
        <SearchedSelect
          id="signee-contact"
          name="contactId"
          label="Client"
          choices={clients}
          chosen=""
          hrefOf={hrefs.findClients}
          before={<option value="">Choose a client</option>}
        />
        <Segmented name="person" legend="Who of them" choices={people} initial="primary" />
        <p>
          <Button>Add to those who sign</Button>
        </p>
      </ActionForm>
    </details>
  );
}
