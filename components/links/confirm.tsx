import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { CentredFootnote } from "./centred-footnote";
import { HiddenFields } from "./hidden-fields";
import type { Words } from "./link-words";
import { MainButton, MainLink, OtherLink } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";
import { type PersonAt, switchWords } from "./switch-words";

type Gate = {
  shop: Shop;
  words: Words;
  maskedAddress: string;
  /** Until when the link opens: “It works once, until 14:46.” */
  expires?: string;
  /** Where the tap is posted, and with what; only that spends the link. */
  action: string;
  sends: Record<string, string>;
};

/** What a link opens, for whom, and one real button. Nothing here submits itself. */
export function Confirm({ firstName, notMeHref, ...gate }: Gate & { firstName: string; notMeHref: string }) {
  return (
    <GatePage gate={gate}>
      <form method="post" action={gate.action}>
        <HiddenFields fields={gate.sends} />
        <MainButton after={<ArrowRight aria-hidden size={20} />}>Continue as {firstName}</MainButton>
      </form>
      <OtherLink href={notMeHref}>I am not {firstName}</OtherLink>
    </GatePage>
  );
}

type Switch = Omit<Gate, "words"> & {
  /** Who is signed in here, and where that goes on. */
  here: PersonAt & { href: string };
  /** Whom the link is for. */
  other: { firstName: string };
  /** Whether both go by one first name: then it is the businesses that are told apart. */
  samePerson: boolean;
};

/** The link is for somebody else than who is signed in here: nothing switches unless they say so. */
export function ConfirmSwitch({ here, other, samePerson, ...gate }: Switch) {
  const words = switchWords({ here, other: { ...other, shop: gate.shop.name }, samePerson });
  return (
    <GatePage gate={{ ...gate, words }}>
      <MainLink href={here.href}>{words.stay}</MainLink>
      <form method="post" action={gate.action} className="mt-1">
        <HiddenFields fields={gate.sends} />
        <MainButton kind="secondary">{words.go}</MainButton>
      </form>
    </GatePage>
  );
}

function GatePage({ gate, children }: { gate: Gate; children: ReactNode }) {
  const { shop, words, maskedAddress, expires } = gate;
  return (
    <PublicPage
      header={<ShopHeader shop={shop} />}
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
