import { CalendarX, Mail, MessageSquare, Phone } from "lucide-react";
import { CentredFootnote } from "./centred-footnote";
import { type DeadReason, deadEndWords } from "./link-words";
import { MainLink, OtherLink } from "./main-button";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";

/** A number as it is dialled, and as its own country writes it. */
export type ShopPhone = { number: string; words: string };

type Props = {
  reason: DeadReason;
  shop: Shop;
  phone: ShopPhone | null;
  /** The dialog that asks for a new link. */
  dialogHref: string;
};

/** A scheduling link that no longer opens: an appointment is settled by a call or a text, sooner than by another link. */
export function DeadAppointment({ reason, shop, phone, dialogHref }: Props) {
  const { heading, sentence } = deadEndWords(reason, { kind: "appointment", shop: shop.name }, false);
  return (
    <PublicPage
      header={<ShopHeader shop={shop} />}
      actions={
        <>
          {phone ? <Reach {...{ shop, phone, dialogHref }} /> : <ByEmail href={dialogHref} />}
          <CentredFootnote />
        </>
      }
    >
      <PageMark icon={CalendarX} />
      <h1 className="text-30 font-650 text-balance">{heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{sentence}</p>
      {phone && (
        <p className="mt-6 border-t border-line pt-4.5 text-20 font-600 tracking-[-0.01em]">{phone.words}</p>
      )}
    </PublicPage>
  );
}

function Reach({ shop, phone, dialogHref }: Pick<Props, "shop" | "dialogHref"> & { phone: ShopPhone }) {
  return (
    <>
      <MainLink href={`tel:${phone.number}`} icon={<Phone aria-hidden size={20} />}>
        Call {shop.name}
      </MainLink>
      <OtherLink href={`sms:${phone.number}`} icon={<MessageSquare aria-hidden size={18} />}>
        Send a text
      </OtherLink>
      <OtherLink href={dialogHref}>Or get a new link by email</OtherLink>
    </>
  );
}

const ByEmail = ({ href }: { href: string }) => (
  <MainLink href={href} icon={<Mail aria-hidden size={20} />}>
    Get a new link by email
  </MainLink>
);
