import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";

export default function Scope(props: DoorProps) {
  return <DocumentDoor kind="scope" page={plainDocument} {...props} />;
}
