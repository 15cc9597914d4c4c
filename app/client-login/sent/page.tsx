import { LinkAsked } from "@/app/link-asked";

type Query = { wait?: string; problem?: string };

export default async function ClientLoginSent({ searchParams }: { searchParams: Promise<Query> }) {
  return <LinkAsked audience="client" query={await searchParams} />;
}
