import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";

type Props = {
  params: Promise<{ id: string; documentId: string }>;
  searchParams: Promise<Partial<Record<"kept" | "told" | "links" | "revision", string | string[]>>>;
};

export default async function Document({ params, searchParams }: Props) {
  const { kept, told, links, revision } = await searchParams;
  return <OpenDocument {...{ params, kept, told, links, revision }} />;
}
