import {
  ChevronDown,
  ChevronRight,
  Keyboard,
  type LucideIcon,
  Mail,
  MessageSquare,
  PencilLine,
} from "lucide-react";
import type { ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Audience } from "./link-words";
import { MainButton } from "./main-button";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { ResendTimer } from "./resend-timer";
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
      <SignedInListener target={lands} />
    </PublicPage>
  );
}

const row = "flex min-h-13.75 w-full items-center gap-3 py-3 text-16 font-500";

function RowLink({ href, icon: Icon, children }: { href: string; icon: LucideIcon; children: ReactNode }) {
  return (
    <a href={href} className={row}>
      <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
      <span className="grow">{children}</span>
      <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </a>
  );
}

/** The code of the message, for when that arrives on another device than this one. Case, spaces and hyphens don’t matter. */
function CodeEntry({ action, problem }: { action: string; problem: string | undefined }) {
  return (
    <details open={problem !== undefined} className="group">
      <summary className={row}>
        <Keyboard aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
        <span className="grow">On another device? Type the code</span>
        <ChevronDown
          aria-hidden
          size={20}
          strokeWidth={1.75}
          className="shrink-0 text-ink-3 transition-transform duration-120 group-open:rotate-180"
        />
      </summary>
      <form method="post" action={action} className="grid gap-4 pb-6">
        {problem && (
          <Notice tone="problem" phone>
            {problem}
          </Notice>
        )}
        <TextField
          id="code"
          name="code"
          label="Code from the message"
          hint={<span className="text-ink-2">8 letters and numbers, like 7K2M-Q4TX.</span>}
          phone
          required
          minLength={8}
          maxLength={16}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-[0.08em] uppercase"
        />
        <MainButton>Continue</MainButton>
      </form>
    </details>
  );
}
