import { redirect } from "next/navigation";

/** The `type` of a problem is an address: it leads to what the API's reference says of it. */
export default async function Problem({ params }: { params: Promise<{ type: string }> }) {
  redirect(`/developers#${encodeURIComponent((await params).type)}`);
}
