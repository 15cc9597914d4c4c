import { Notice } from "@/components/ui/notice";
import { AddressForm } from "./address-form";
import type { Accepts, Audience } from "./link-words";
import { OtherDoor } from "./other-door";
import { PublicPage } from "./public-page";

type Props = {
  audience: Audience;
  /** Where the address is posted. */
  action: string;
  problem?: string;
  sent?: Record<string, string>;
  /** Whether they have just signed out. */
  left?: boolean;
};

const fields: Record<Audience, { accepts: Accepts; hint: string }> = {
  staff: { accepts: "work email", hint: "Use the one your office has for you." },
  client: {
    accepts: "email or mobile number",
    hint: "Use the one your shop or builder has for you. Email gets an email, a number gets a text.",
  },
};

/** Asks for a link instead of a password. */
export function Login({ audience, action, problem, sent, left = false }: Props) {
  return (
    <PublicPage
      place="top"
      foot={
        <>
          <p>Got a message with a link already? Just tap it. You don’t need this page.</p>
          <OtherDoor audience={audience} />
        </>
      }
    >
      {left && (
        <div className="mb-6">
          <Notice phone>You’re signed out on this browser.</Notice>
        </div>
      )}
      <h1 className="text-34 font-650 text-balance">Sign in without a password</h1>
      <p className="mt-2.5 text-17 text-ink-2">We’ll send you a link. Tap it and you’re in.</p>
      <AddressForm
        {...fields[audience]}
        action={action}
        button="Send me a link"
        problem={problem}
        sent={sent}
      />
    </PublicPage>
  );
}
