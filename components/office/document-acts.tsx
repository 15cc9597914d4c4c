import { Button } from "@/components/ui/button";
import { RouteButton } from "@/components/ui/route-button";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { ActionForm } from "./action-form";
import { type ClientAddress, ClientAddressRow } from "./client-address-row";
import { endActs } from "./document-ends";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

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

/** Sending a document that was sent before, to one of its people, by each of their addresses. */
export function DocumentSends({ document, send }: { document: OfficeDocument; send: FormAction }) {
  const { id, people } = document;
  return (
    <ul className="mt-2 divide-y divide-line border-y border-line">
      {people.flatMap(({ name, addresses }) =>
        addresses.map((address) => (
          <ClientAddressRow
            key={address.address}
            person={name}
            to={address}
            none="Not sent"
            send={{ action: send, sends: { documentId: id, address: address.address } }}
          />
        )),
      )}
    </ul>
  );
}

/** Sending a draft together with its words: the buttons of its own form, by each of the addresses. */
export function DraftSends({ people, pending }: { people: OfficeDocument["people"]; pending: boolean }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {people.flatMap(({ name, addresses }) =>
        addresses.map(({ address, words, channel }) => (
          <li key={address} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <p className="min-w-0 text-14">
              <span className="block font-500 wrap-anywhere">{name}</span>
              <span className="block text-13 text-ink-3 wrap-anywhere">{words}</span>
            </p>
            <Button
              name="to"
              value={address}
              disabled={pending}
              aria-label={`Save and send to ${words} by ${channel === "email" ? "email" : "SMS"}`}
            >
              Save and send
            </Button>
          </li>
        )),
      )}
    </ul>
  );
}

/** The ways in which a document may be over; each asks once more on a page of its own. */
export function DocumentEnds({ document: { id, clientId, kind, ends } }: { document: OfficeDocument }) {
  return (
    <p className="flex flex-wrap gap-2 pt-3">
      {ends.map((as) => (
        <RouteButton key={as} href={hrefs.closeDocument(clientId, id, as)} scroll={false}>
          {endActs(kind)[as]}
        </RouteButton>
      ))}
    </p>
  );
}

type CloseProps = { action: FormAction; document: OfficeDocument; as: DocumentEnd };

/** The tap that closes a document for good. */
export function CloseButton({ action, document: { id, kind }, as }: CloseProps) {
  return (
    <ActionForm action={action} sends={{ id, as }} className="grid gap-2">
      <Button kind={as === "paid" || as === "past" ? "primary" : "danger"} size="desk-tall">
        {endActs(kind)[as]}
      </Button>
    </ActionForm>
  );
}
