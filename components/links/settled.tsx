import { CircleCheck, CircleSlash, Phone } from "lucide-react";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { CentredFootnote } from "./centred-footnote";
import type { ShopPhone } from "./dead-appointment";
import { settledWords } from "./document-words";
import { OtherLink } from "./main-button";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";
import { type Shop, ShopHeader } from "./shop-header";

type Props = { kind: DocumentKind; closedAs: DocumentEnd; shop: Shop; phone: ShopPhone | null };

/** A link to a document that is over: what became of it, and whom to call. No link would open it again. */
export function Settled({ kind, closedAs, shop, phone }: Props) {
  const { heading, sentence } = settledWords(kind, closedAs, shop.name);
  const paid = closedAs === "paid";
  return (
    <PublicPage
      header={<ShopHeader shop={shop} />}
      actions={
        <>
          {phone && (
            <OtherLink href={`tel:${phone.number}`} icon={<Phone aria-hidden size={18} />}>
              Call {shop.name}
            </OtherLink>
          )}
          <CentredFootnote />
        </>
      }
    >
      <PageMark icon={paid ? CircleCheck : CircleSlash} tone={paid ? "good" : "quiet"} />
      <h1 className="text-30 font-650 text-balance">{heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{sentence}</p>
      {phone && (
        <p className="mt-6 border-t border-line pt-4.5 text-15 text-ink-2">
          Questions? Call or text{" "}
          <strong className="block text-20 font-600 text-ink tracking-[-0.01em]">{phone.words}</strong>
        </p>
      )}
    </PublicPage>
  );
}
