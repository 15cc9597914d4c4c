import { DocumentDoor, nothingHere } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";
import type { Query } from "@/app/portal/shut-document";
import { kindInRoom } from "@/lib/links/policy";

type Props = { params: Promise<{ room: string; id: string }>; searchParams: Promise<Query> };

export default async function Document(props: Props) {
  const kind = kindInRoom((await props.params).room);
  if (!kind) return nothingHere();
  return (
    <DocumentDoor
      kind={kind}
      page={(scope, document) => plainDocument(scope, document, props.searchParams)}
      {...props}
    />
  );
}
