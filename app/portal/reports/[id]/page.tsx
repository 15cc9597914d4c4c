import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";

export default function Report(props: DoorProps) {
  return <DocumentDoor kind="service-report" page={plainDocument} {...props} />;
}
