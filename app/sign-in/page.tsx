import { redirect } from "next/navigation";
import { DeadEnd } from "@/components/links/dead-end";
import { deadReason } from "@/components/links/link-words";
import { Login } from "@/components/links/login";
import { isSignedIn } from "@/lib/auth/gates";
import { waitingFor } from "@/lib/auth/waiting";

type Query = { link?: string; problem?: string; left?: string };

const notAnAddress = "That isn’t an email address. Check it for a slip.";

export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const { link, problem, left } = await searchParams;
  if (!link && !problem && (await isSignedIn())) redirect("/inbox");
  const typed = problem ? await waitingFor() : undefined;
  const again = {
    action: "/sign-in/ask",
    ...(problem && { problem: notAnAddress }),
    ...(typed?.typed && { sent: { email: typed.address } }),
  };
  const reason = deadReason(link);
  if (reason)
    return <DeadEnd reason={reason} opens={{ kind: "sign-in", audience: "staff" }} shop={null} {...again} />;
  return <Login audience="staff" left={left === "yes"} {...again} />;
}
