import { Button } from "@/components/ui/button";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { ActionForm } from "./action-form";
import { type ClientAddress, ClientAddressRow } from "./client-address-row";
import type { FormAction } from "./form-state";

export type OfficeDocument = {
  id: string;
  clientId: string;
  kind: DocumentKind;
  title: string;
  standing: "draft" | "sent" | "undelivered" | "opened" | "closed";
  closedAs: DocumentEnd | null;
  /** When it came to where it stands. */
  when: string;
  /** The ways in which it may be closed; none where it is. */
  ends: readonly DocumentEnd[];
  people: { name: string; addresses: ClientAddress[] }[];
};

export type DocumentActions = { send: FormAction; close: FormAction };

type Props = { document: OfficeDocument; actions: DocumentActions };

/** Sending a document to one of its people, by each of their addresses, and closing it. */
export function DocumentActs({ document, actions }: Props) {
  const { id, ends, people } = document;
  return (
    <>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {people.flatMap(({ name, addresses }) =>
          addresses.map((address) => (
            <ClientAddressRow
              key={address.address}
              person={name}
              to={address}
              none="Not sent"
              send={{ action: actions.send, sends: { documentId: id, address: address.address } }}
            />
          )),
        )}
      </ul>
      <div className="flex flex-wrap gap-2 py-3">
        {ends.map((as) => (
          <ActionForm key={as} action={actions.close} sends={{ id, as }} className="grid gap-2">
            <Button>{closeWords[as]}</Button>
          </ActionForm>
        ))}
      </div>
    </>
  );
}

/** What the office does, as its button says it. */
const closeWords: Record<DocumentEnd, string> = {
  paid: "Mark as paid",
  void: "Make void",
  withdrawn: "Withdraw",
  superseded: "Mark as replaced",
  closed: "Close",
  past: "Mark as past",
  cancelled: "Cancel",
};
