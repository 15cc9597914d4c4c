import { LinkAsked } from "@/app/link-asked";

type Query = { wait?: string; problem?: string };

export default async function SignInSent({ searchParams }: { searchParams: Promise<Query> }) {
  return <LinkAsked audience="staff" query={await searchParams} />;
}
