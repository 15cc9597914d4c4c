import { AskBlock } from "@/app/portal/ask-block";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { PortalFrame } from "@/app/portal/portal-frame";
import { AppointmentCancel } from "@/components/portal/appointment-cancel";
import { AppointmentPage } from "@/components/portal/appointment-page";
import { readAppointmentView } from "@/lib/appointments/for-client";
import { appointmentAsked } from "@/lib/appointments/sent";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";

export default function Appointment(props: DoorProps) {
  return (
    <DocumentDoor
      kind="appointment"
      page={(scope, document) => appointmentPage(scope, document, props.searchParams)}
      {...props}
    />
  );
}

async function appointmentPage(
  scope: DocumentScope,
  document: ClientDocument,
  searchParams: DoorProps["searchParams"],
) {
  const query = await searchParams;
  const asked = appointmentAsked.parse(query);
  const { actor } = scope;
  const refused =
    asked.kept && query.do !== "ask" && actor.kind === "client"
      ? await readKeptForm(scope, actor.sessionId, asked.kept)
      : undefined;
  const view = await readAppointmentView(scope, document, asked.from);
  const page = documentHref("appointment", document.id);
  return (
    <PortalFrame scope={scope} current="appointments">
      {asked.do === "cancel" && view.mayChange ? (
        <AppointmentCancel {...{ view, page }} problem={refused?.problem} reason={refused?.sent.reason} />
      ) : (
        <AppointmentPage
          {...{ view, page }}
          refused={refused && { problem: refused.problem, unsaved: refused.sent.reason }}
          mayAct={actor.kind === "client"}
          questions={<AskBlock scope={scope} document={document} query={query} />}
        />
      )}
    </PortalFrame>
  );
}
