import { Mail, MessageSquare, PencilLine } from "lucide-react";
import { CodeEntry } from "./code-entry";
import type { Audience } from "./link-words";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { ResendTimer } from "./resend-timer";
import { RowLink } from "./row-link";
import { SignedInListener } from "./signed-in-channel";

type Props = {
  audience: Audience;
  /** The address as it was typed. */
  address: string;
  kind: "email" | "number";
  /** How long the link lives. */
  minutes: number;
  /** Asking again: where to, what it posts, and how long to wait yet. */
  again: { action: string; sent: Record<string, string>; secondsLeft: number };
  codeAction: string;
  changeHref: string;
  /** Where this page goes when the link is opened in another tab of this browser. */
  lands: string;
  /** What is wrong with the code that was typed. */
  problem?: string;
};

const belongsTo: Record<Audience, string> = { staff: "a member of staff", client: "a client" };

/** After asking for a link: the same words whether the address is known or not. */
export function CheckMessages(props: Props) {
  const { audience, address, kind, minutes, again, codeAction, changeHref, lands, problem } = props;
  return (
    <PublicPage
      place="top"
      foot={<p>Emails can land in spam or junk. Older links still work until they run out.</p>}
    >
      <PageMark icon={kind === "email" ? Mail : MessageSquare} />
      <h1 className="text-34 font-650 text-balance">Check your messages</h1>
      <p className="mt-2.5 text-17 text-ink-2">
        If <strong className="font-600 text-ink wrap-anywhere">{address}</strong> belongs to{" "}
        {belongsTo[audience]}, a link is on its way. It works once, for {minutes} minutes.
      </p>
      <div className="mt-8 divide-y divide-line border-t border-line">
        <ResendTimer {...again} />
        <CodeEntry action={codeAction} problem={problem} />
        {kind === "number" && (
          <RowLink href={changeHref} icon={Mail}>
            Try my email instead
          </RowLink>
        )}
        <RowLink href={changeHref} icon={PencilLine}>
          Change the {kind}
        </RowLink>
      </div>
      <SignedInListener audience={audience} target={lands} />
    </PublicPage>
  );
}
