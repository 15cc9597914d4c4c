import { CalendarX, Mail, MessageSquare, Phone } from "lucide-react";
import { AskedOnce } from "./asked-once";
import { CentredFootnote } from "./centred-footnote";
import { HiddenFields } from "./hidden-fields";
import { type DeadReason, deadEndWords } from "./link-words";
import { MainButton, MainLink, OtherLink } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";

/** A number as it is dialled, and as its own country writes it. */
export type ShopPhone = { number: string; words: string };

type Props = {
  reason: DeadReason;
  shop: Shop;
  phone: ShopPhone | null;
  /** When somebody answers it, a line for each run of days. */
  hours: string[];
  /** Where the old link went, and so a new one would. */
  maskedAddress: string;
  /** Where one tap asks for it, and what is posted there. */
  action: string;
  sends: Record<string, string>;
  /** The dialog that asks for a new link, to whichever address. */
  dialogHref: string;
};

/**
 * A scheduling link that no longer opens: an appointment is settled by a call or a text, sooner than by another link.
 * With a shop that has no number, by another link.
 */
export function DeadAppointment(props: Props) {
  const { reason, shop, phone, hours, maskedAddress, dialogHref } = props;
  const opens = { kind: "appointment", shop: phone && shop.name } as const;
  const { heading, sentence } = deadEndWords(reason, opens, true);
  const way = maskedAddress.includes("@") ? "email" : "text";
  return (
    <PublicPage
      header={<ShopHeader shop={shop} />}
      actions={
        <>
          {phone ? <Reach shop={shop} number={phone.number} /> : <SendAnother {...props} />}
          <OtherLink href={dialogHref}>
            {phone ? `Or get a new link by ${way}` : "Use another address"}
          </OtherLink>
          <CentredFootnote />
        </>
      }
    >
      <PageMark icon={CalendarX} />
      <h1 className="text-30 font-650 text-balance">{heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{sentence}</p>
      {phone ? (
        <p className="mt-6 border-t border-line pt-4.5 text-15 text-ink-2">
          <strong className="block text-20 font-600 tracking-[-0.01em] text-ink">{phone.words}</strong>
          {hours.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </p>
      ) : (
        <MaskedAddressLine label="A new link would go to" address={maskedAddress} />
      )}
    </PublicPage>
  );
}

function Reach({ shop, number }: { shop: Shop; number: string }) {
  return (
    <>
      <MainLink href={`tel:${number}`} icon={<Phone aria-hidden size={20} />}>
        Call {shop.name}
      </MainLink>
      <OtherLink href={`sms:${number}`} icon={<MessageSquare aria-hidden size={18} />}>
        Send a text
      </OtherLink>
    </>
  );
}

const SendAnother = ({ action, sends }: Pick<Props, "action" | "sends">) => (
  <form method="post" action={action}>
    <HiddenFields fields={sends} />
    <AskedOnce />
    <MainButton icon={<Mail aria-hidden size={20} />}>Send me a new link</MainButton>
  </form>
);
