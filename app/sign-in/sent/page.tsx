import { redirect } from "next/navigation";
import { CheckMessages } from "@/components/links/check-messages";
import { TooManyRequests } from "@/components/links/too-many";
import { waitingFor } from "@/lib/auth/waiting";
import { waitWords } from "@/lib/dates";
import { policy } from "@/lib/links/policy";

type Query = { wait?: string; problem?: string };

const minutes = policy["staff-sign-in"].ttlMs / 60_000;

export default async function SignInSent({ searchParams }: { searchParams: Promise<Query> }) {
  const { wait, problem } = await searchParams;
  const waiting = await waitingFor();
  if (!waiting) redirect("/sign-in");
  const { address, secondsLeft } = waiting;
  const again = { action: "/sign-in/ask", sent: { email: address } };
  const shared = { audience: "staff", minutes, changeHref: "/sign-in" } as const;
  const waitSeconds = Number(wait);
  if (waitSeconds > 0) {
    return (
      <TooManyRequests {...shared} again={again} at={waitWords(waitSeconds)} secondsLeft={waitSeconds} />
    );
  }
  return (
    <CheckMessages
      {...shared}
      address={address}
      kind="email"
      again={{ ...again, secondsLeft }}
      codeAction="/sign-in/code"
      lands="/inbox"
      {...(problem && { problem: "That code doesn’t fit. Check the newest message and type it again." })}
    />
  );
}
