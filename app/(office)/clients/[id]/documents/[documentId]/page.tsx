import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";

type Props = { params: Promise<{ id: string; documentId: string }> };

export default function Document({ params }: Props) {
  return <OpenDocument params={params} />;
}
