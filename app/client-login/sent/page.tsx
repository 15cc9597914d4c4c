import { redirect } from "next/navigation";
import { CheckMessages } from "@/components/links/check-messages";
import { TooManyRequests } from "@/components/links/too-many";
import { waitingFor } from "@/lib/auth/waiting";
import { waitWords } from "@/lib/dates";
import { policy } from "@/lib/links/policy";
import { phoneWords } from "@/lib/people/address";

type Query = { wait?: string; problem?: string };

const minutes = policy["portal-login"].ttlMs / 60_000;

export default async function ClientLoginSent({ searchParams }: { searchParams: Promise<Query> }) {
  const { wait, problem } = await searchParams;
  const waiting = await waitingFor();
  if (!waiting) redirect("/client-login");
  const { address, secondsLeft } = waiting;
  const isEmail = address.includes("@");
  const again = { action: "/client-login/ask", sent: { address } };
  const shared = { audience: "client", minutes, changeHref: "/client-login" } as const;
  const waitSeconds = Number(wait);
  if (waitSeconds > 0) {
    return (
      <TooManyRequests {...shared} again={again} at={waitWords(waitSeconds)} secondsLeft={waitSeconds} />
    );
  }
  return (
    <CheckMessages
      {...shared}
      address={isEmail ? address : (phoneWords(address) ?? address)}
      kind={isEmail ? "email" : "number"}
      again={{ ...again, secondsLeft }}
      codeAction="/client-login/code"
      lands="/portal"
      {...(problem && { problem: "That code doesn’t fit. Check the newest message and type it again." })}
    />
  );
}
