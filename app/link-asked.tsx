import { redirect } from "next/navigation";
import { CheckMessages } from "@/components/links/check-messages";
import { maskAddress } from "@/components/links/masked-address";
import { TooManyRequests } from "@/components/links/too-many";
import { phoneWords } from "@/lib/address";
import { waitingFor } from "@/lib/auth/waiting";
import { waitWords } from "@/lib/dates";
import { policy } from "@/lib/links/policy";

/** Where each audience asks for its link, what it types there, and where the link leads. */
const ways = {
  staff: { from: "/sign-in", field: "email", purpose: "staff-sign-in", lands: "/inbox" },
  client: { from: "/client-login", field: "address", purpose: "portal-login", lands: "/portal" },
} as const;

type Props = { audience: keyof typeof ways; query: { wait?: string; problem?: string } };

/** After somebody asked for a link: where to look for it, or how long until another can be asked for. */
export async function LinkAsked({ audience, query }: Props) {
  const { from, field, purpose, lands } = ways[audience];
  const waiting = await waitingFor();
  if (!waiting) redirect(from);
  const { address, typed, secondsLeft } = waiting;
  // An address that was not typed here is not shown, and not sent along either: the server knows it.
  const again = { action: `${from}/ask`, sent: typed ? { [field]: address } : {} };
  const shared = { audience, minutes: policy[purpose].ttlMs / 60_000, changeHref: from };
  const waitSeconds = Number(query.wait);
  if (waitSeconds > 0) {
    return (
      <TooManyRequests {...shared} again={again} at={waitWords(waitSeconds)} secondsLeft={waitSeconds} />
    );
  }
  const isEmail = address.includes("@");
  return (
    <CheckMessages
      {...shared}
      address={typed ? (isEmail ? address : (phoneWords(address) ?? address)) : maskAddress(address)}
      kind={isEmail ? "email" : "number"}
      again={{ ...again, secondsLeft }}
      codeAction={`${from}/code`}
      lands={lands}
      {...(query.problem && {
        problem: "That code doesn’t fit. Check the newest message and type it again.",
      })}
    />
  );
}
