import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";

type Props = {
  params: Promise<{ id: string; documentId: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
};

export default async function Document({ params, searchParams }: Props) {
  return <OpenDocument params={params} kept={(await searchParams).kept} />;
}
