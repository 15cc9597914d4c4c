import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";

export default function Appointment(props: DoorProps) {
  return <DocumentDoor kind="appointment" page={plainDocument} {...props} />;
}
