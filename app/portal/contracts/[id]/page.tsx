import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";

export default function Contract(props: DoorProps) {
  return <DocumentDoor kind="contract" page={plainDocument} {...props} />;
}
