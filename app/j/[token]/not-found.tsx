import { headers } from "next/headers";
import { DeadLink } from "@/components/job/dead-link";
import { isKnownJobLink } from "@/lib/auth/gates";

/** Every job link that opens nothing, with status 404. Only who holds one of ours may ask for another. */
export default async function NoJob() {
  const at = new URL((await headers()).get("x-latchkey-at") ?? "/", "http://here");
  const token = at.pathname.split("/")[2] ?? "";
  const known = await isKnownJobLink(token);
  return <DeadLink token={token} known={known} asked={at.searchParams.get("asked") === "yes"} />;
}
