import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { CentredFootnote } from "./centred-footnote";
import type { Words } from "./link-words";
import { MainButton, MainLink, OtherLink } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";

type Gate = {
  shop: Shop | null;
  words: Words;
  maskedAddress: string;
  /** Until when the link opens: “It works once, until 14:46.” */
  expires?: string;
  /** Where the tap is posted; only that spends the link. */
  action: string;
};

/** What a link opens, for whom, and one real button. Nothing here submits itself. */
export function Confirm({ firstName, notMeHref, ...gate }: Gate & { firstName: string; notMeHref: string }) {
  return (
    <GatePage gate={gate}>
      <form method="post" action={gate.action}>
        <MainButton after={<ArrowRight aria-hidden size={20} />}>Continue as {firstName}</MainButton>
      </form>
      <OtherLink href={notMeHref}>I am not {firstName}</OtherLink>
    </GatePage>
  );
}

type Switch = Omit<Gate, "words"> & {
  /** Who is signed in here, and where that goes on. */
  here: { firstName: string; href: string };
  /** Whom the link is for. */
  other: { firstName: string };
};

/** The link is for somebody else than who is signed in here: nothing switches unless they say so. */
export function ConfirmSwitch({ here, other, ...gate }: Switch) {
  const words = {
    heading: `You are ${here.firstName} here.`,
    sentence: `This link is for ${other.firstName}. If you switch, ${here.firstName} is signed out in this browser.`,
  };
  return (
    <GatePage gate={{ ...gate, words }}>
      <MainLink href={here.href}>Continue as {here.firstName}</MainLink>
      <form method="post" action={gate.action} className="mt-1">
        <MainButton kind="secondary">Switch to {other.firstName}</MainButton>
      </form>
    </GatePage>
  );
}

function GatePage({ gate, children }: { gate: Gate; children: ReactNode }) {
  const { shop, words, maskedAddress, expires } = gate;
  return (
    <PublicPage
      header={shop && <ShopHeader shop={shop} />}
      actions={
        <>
          {children}
          <CentredFootnote />
        </>
      }
    >
      <h1 className="text-34 font-650 text-balance">{words.heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{words.sentence}</p>
      <MaskedAddressLine label="This link was sent to" address={maskedAddress} note={expires} />
    </PublicPage>
  );
}
