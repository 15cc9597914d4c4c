import { Hourglass, type LucideIcon, Mail, MessageSquare, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import type { DocumentKind } from "@/lib/links/policy";
import { AskAgain, WhenAgain } from "./ask-again";
import { documentNames } from "./document-words";
import type { DeadReason } from "./link-words";
import { ResendTimer } from "./resend-timer";
import { RowLink } from "./row-link";
import type { Shop } from "./shop-header";
import { SignedInListener } from "./signed-in-channel";

/** What every stage of asking for a document’s link knows. */
export type Asking = {
  /** Named only when the link’s row is known. */
  shop: Shop | null;
  reason: DeadReason;
  kind: DocumentKind;
  /** Where a new link is asked for, and what is posted beside the address. */
  action: string;
  sends: Record<string, string>;
  /** Where the link went that this browser opened; null where it opened none. A number is sent another in one tap. */
  maskedAddress: string | null;
  /** This page, as it is before anything is asked for. */
  href: string;
};

/** Nothing asked yet, a link on its way, or too many asked for. `sent` is the field as it was typed, if it was. */
export type Stage =
  | { state: "ask"; problem?: string | undefined; sent?: Record<string, string> | undefined }
  | {
      state: "sent";
      /** As it was typed; masked, where one tap asked and nothing was typed. */
      address: string;
      secondsLeft: number;
      sent?: Record<string, string> | undefined;
    }
  | { state: "wait"; at: string; secondsLeft: number; sent?: Record<string, string> | undefined };

export type Of<State extends Stage["state"]> = Asking & { stage: Extract<Stage, { state: State }> };

/** The same words whether the address is known or not. */
export function Sent({ kind, action, sends, href, stage }: Of<"sent">) {
  const { address, secondsLeft, sent } = stage;
  const isEmail = address.includes("@");
  return (
    <>
      <Heading icon={isEmail ? Mail : MessageSquare}>Check your messages</Heading>
      <p className="mt-2 text-16 text-ink-2">
        If <strong className="font-600 text-ink wrap-anywhere">{address}</strong> belongs to a client, a link
        is on its way. It opens this same {documentNames[kind]}.
      </p>
      <div className="mt-5 divide-y divide-line border-t border-line">
        <ResendTimer action={action} sent={{ ...sends, ...sent }} secondsLeft={secondsLeft} />
        <RowLink href={href} icon={PencilLine}>
          Change the {isEmail ? "email" : "number"}
        </RowLink>
      </div>
      {isEmail && <p className="mt-3.5 text-14 text-ink-2">Emails can land in spam or junk.</p>}
      <SignedInListener audience="client" target={href} />
    </>
  );
}

/** Three links an hour to one address, and when there may be a fourth. */
export function Wait({ action, sends, href, stage }: Of<"wait">) {
  const { sent, at, secondsLeft } = stage;
  const when = { at, secondsLeft };
  return (
    <>
      <Heading icon={Hourglass}>Too many requests</Heading>
      <p className="mt-2 mb-6 text-16 text-ink-2">
        We send up to three links an hour to one address. You can ask again{" "}
        <strong className="font-600 text-ink">
          <WhenAgain {...when} />
        </strong>
        .
      </p>
      <AskAgain {...when} action={action} sent={{ ...sends, ...sent }} />
      <div className="mt-3">
        <RowLink href={href} icon={PencilLine}>
          Use another address
        </RowLink>
      </div>
    </>
  );
}

/** What the dialog is called by. */
export const Heading = ({ icon: Icon, children }: { icon?: LucideIcon; children: ReactNode }) => (
  <h1 id="login-heading" className="flex items-center gap-3 text-26 font-650 text-balance">
    {Icon && <Icon aria-hidden size={26} strokeWidth={1.75} className="shrink-0 text-brand" />}
    {children}
  </h1>
);
