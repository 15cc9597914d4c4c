import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";

export default function Selections(props: DoorProps) {
  return <DocumentDoor kind="selections" page={plainDocument} {...props} />;
}
