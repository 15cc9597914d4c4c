import { CalendarX, Clock, Link2Off, LockKeyhole, type LucideIcon, Mail, Phone } from "lucide-react";
import { LatchkeyFootnote } from "@/components/ui/footnote";
import { AddressForm } from "./address-form";
import { accepted, type DeadReason, deadEndWords, type Opens } from "./link-words";
import { MainButton, MainLink, OtherLink } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";

type Props = {
  reason: DeadReason;
  opens: Opens;
  /** Named only when the link’s row is known. */
  shop: Shop | null;
  /** Where a new link is asked for; null where only a call helps. */
  action: string | null;
  /** Where a new link would go, when that is known: one tap asks for it. */
  maskedAddress?: string;
  problem?: string;
  sent?: Record<string, string>;
  /** The shop’s number as it is dialled. */
  phone?: string;
};

const marks: Record<DeadReason, LucideIcon> = {
  used: Link2Off,
  expired: Clock,
  unknown: Link2Off,
  "wrong-device": LockKeyhole,
  cancelled: Link2Off,
};

/** Why a link does not open, in one sentence, and the next step. There is always one. */
export function DeadEnd({ reason, opens, shop, action, maskedAddress, problem, sent, phone }: Props) {
  const oneTap = maskedAddress !== undefined;
  const words = deadEndWords(reason, opens, oneTap);
  const mark = reason === "expired" && opens.kind === "appointment" ? CalendarX : marks[reason];
  return (
    <PublicPage
      header={shop && <ShopHeader shop={shop} />}
      place={oneTap || !action ? "middle" : "top"}
      actions={<DeadEndActions {...{ shop, action, phone, oneTap }} />}
    >
      <PageMark icon={mark} tone={shop ? "brand" : "quiet"} />
      <h1 className="text-30 font-650 text-balance">{words.heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{words.sentence}</p>
      {oneTap && <MaskedAddressLine label="A new link would go to" address={maskedAddress} />}
      {action && !oneTap && (
        <AddressForm
          accepts={accepted(opens)}
          action={action}
          button="Send me a new link"
          hint={`Use the address ${shop?.name ?? "the office"} has for you.`}
          problem={problem}
          sent={sent}
        />
      )}
    </PublicPage>
  );
}

type Actions = Pick<Props, "shop" | "action" | "phone"> & { oneTap: boolean };

function DeadEndActions({ shop, action, phone, oneTap }: Actions) {
  const posts = action && oneTap;
  const CallLink = action ? OtherLink : MainLink;
  return (
    <>
      {posts && (
        <form method="post" action={action}>
          <MainButton icon={<Mail aria-hidden size={20} />}>Send me a new link</MainButton>
        </form>
      )}
      {phone && (
        <CallLink href={`tel:${phone}`} icon={<Phone aria-hidden size={18} />}>
          Call {shop?.name ?? "the office"}
        </CallLink>
      )}
      {shop && (
        <div className="mt-1 flex justify-center">
          <LatchkeyFootnote />
        </div>
      )}
    </>
  );
}
