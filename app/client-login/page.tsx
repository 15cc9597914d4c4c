import { redirect } from "next/navigation";
import { DeadEnd } from "@/components/links/dead-end";
import { deadReason } from "@/components/links/link-words";
import { Login } from "@/components/links/login";
import { isClientSignedIn } from "@/lib/auth/client-gates";
import { waitingFor } from "@/lib/auth/waiting";

type Query = { link?: string; problem?: string; left?: string };

const notAnAddress = "That is neither an email address nor a phone number. Check it for a slip.";

export default async function ClientLogin({ searchParams }: { searchParams: Promise<Query> }) {
  const { link, problem, left } = await searchParams;
  if (!link && !problem && (await isClientSignedIn())) redirect("/portal");
  const typed = problem ? await waitingFor() : undefined;
  const again = {
    action: "/client-login/ask",
    ...(problem && { problem: notAnAddress }),
    ...(typed?.typed && { sent: { address: typed.address } }),
  };
  const reason = deadReason(link);
  if (reason)
    return <DeadEnd reason={reason} opens={{ kind: "sign-in", audience: "client" }} shop={null} {...again} />;
  return <Login audience="client" left={left === "yes"} {...again} />;
}
