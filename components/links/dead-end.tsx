import { Clock, Link2Off, LockKeyhole, type LucideIcon, Mail, Phone } from "lucide-react";
import { AddressForm } from "./address-form";
import { AskedOnce } from "./asked-once";
import { CentredFootnote } from "./centred-footnote";
import { HiddenFields } from "./hidden-fields";
import { accepted, type DeadReason, deadEndWords, type Opens } from "./link-words";
import { MainButton, MainLink, OtherLink } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { OtherDoor } from "./other-door";
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
  /** What is posted there beside the address. */
  sends?: Record<string, string>;
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
export function DeadEnd({ maskedAddress, problem, sent, ...props }: Props) {
  const { reason, opens, shop, action } = props;
  const oneTap = maskedAddress !== undefined;
  const isOffices = opens.kind === "sign-in" && opens.audience === "staff";
  const sender = isOffices ? "your office" : "your shop or builder";
  const words = deadEndWords(reason, opens, oneTap);
  const isAnybodys = opens.kind === "sign-in" && reason === "unknown";
  return (
    <PublicPage
      header={shop && <ShopHeader shop={shop} />}
      place={oneTap || !action ? "middle" : "top"}
      actions={<DeadEndActions {...props} oneTap={oneTap} />}
      foot={isAnybodys && <OtherDoor audience={opens.audience} />}
    >
      <PageMark icon={marks[reason]} tone={shop ? "brand" : "quiet"} />
      <h1 className="text-30 font-650 text-balance">{words.heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{words.sentence}</p>
      {oneTap && <MaskedAddressLine label="A new link would go to" address={maskedAddress} />}
      {action && !oneTap && (
        <AddressForm
          accepts={accepted(opens)}
          action={action}
          sends={props.sends}
          button="Send me a new link"
          hint={`Use the address ${shop?.name ?? sender} has for you.`}
          problem={problem}
          sent={sent}
        />
      )}
    </PublicPage>
  );
}

type Actions = Pick<Props, "shop" | "action" | "sends" | "phone"> & { oneTap: boolean };

function DeadEndActions({ shop, action, sends = {}, phone, oneTap }: Actions) {
  const CallLink = action ? OtherLink : MainLink;
  return (
    <>
      {action && oneTap && (
        <form method="post" action={action}>
          <HiddenFields fields={sends} />
          <AskedOnce />
          <MainButton icon={<Mail aria-hidden size={20} />}>Send me a new link</MainButton>
        </form>
      )}
      {phone && (
        <CallLink href={`tel:${phone}`} icon={<Phone aria-hidden size={18} />}>
          Call {shop?.name ?? "the office"}
        </CallLink>
      )}
      {shop && <CentredFootnote />}
    </>
  );
}
