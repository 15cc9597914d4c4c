import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import type { DocumentView } from "@/lib/documents/views";
import type { DocumentEnd } from "@/lib/links/policy";
import { ActionForm } from "./action-form";
import { ClientAddressRow } from "./client-address-row";
import { endActs } from "./document-ends";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type SendsProps = { document: Pick<DocumentView, "id" | "people">; send: FormAction };

/** Sending a document to one of its people, by each of their addresses, and how far it has come there. */
export function DocumentSends({ document: { id, people }, send }: SendsProps) {
  const addresses = people.flatMap(({ name, addresses }) => addresses.map((to) => ({ name, to })));
  if (addresses.length === 0)
    return <p className="mt-2 text-14 text-ink-3">They have no address yet. Add one on their page.</p>;
  return (
    <ul className="mt-1 divide-y divide-line">
      {addresses.map(({ name, to }) => (
        <ClientAddressRow
          key={to.address}
          person={name}
          to={to}
          none="Not sent"
          narrow
          send={{ action: send, sends: { documentId: id, address: to.address } }}
        />
      ))}
    </ul>
  );
}

/** The ways in which a document may be over; each asks once more on a page of its own. */
export function DocumentEnds({ document: { id, clientId, kind, ends } }: { document: DocumentView }) {
  return (
    <p className="flex flex-wrap gap-2 pt-2">
      {ends.map((as) => (
        <RouteButton key={as} href={hrefs.closeDocument(clientId, id, as)} scroll={false}>
          {endActs(kind)[as]}
        </RouteButton>
      ))}
    </p>
  );
}

type CloseProps = { action: FormAction; document: DocumentView; as: DocumentEnd };

/** The tap that closes a document for good. */
export function CloseButton({ action, document: { id, kind }, as }: CloseProps) {
  return (
    <ActionForm action={action} sends={{ id, as }} className="grid gap-2">
      <Button kind={as === "past" ? "primary" : "danger"} size="desk-tall">
        {endActs(kind)[as]}
      </Button>
    </ActionForm>
  );
}
