import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { keep, move } from "@/app/(office)/clients/appointments/actions";
import { AppointmentForm } from "@/components/office/appointment-form";
import { AppointmentMove } from "@/components/office/appointment-move";
import { AppointmentStanding } from "@/components/office/appointment-standing";
import { PageSection } from "@/components/office/page-section";
import { readOfficeAppointment } from "@/lib/appointments/for-office";

/** When a crew comes, and what for: written while it is a draft, moved from then on. */
export async function AppointmentRoom({ scope, document, mayWrite }: RoomProps) {
  const read = await readOfficeAppointment(scope, document.id);
  if (!read) return null;
  const { appointment, crews } = read;
  const { standing, closedAs } = document;
  const isOpen = mayWrite && closedAs === null && appointment.state !== "past";
  return (
    <PageSection id="appointment" heading="The appointment">
      {isOpen && standing === "draft" ? (
        <AppointmentForm action={keep} document={document} appointment={appointment} crews={crews} />
      ) : (
        <>
          <AppointmentStanding document={document} appointment={appointment} />
          {isOpen && <AppointmentMove action={move} appointment={appointment} crews={crews} />}
        </>
      )}
    </PageSection>
  );
}
