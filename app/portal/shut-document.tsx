import { ShopColour } from "@/app/shop-colour";
import { DeadAppointment } from "@/components/links/dead-appointment";
import { DeadEnd } from "@/components/links/dead-end";
import { documentNames } from "@/components/links/document-words";
import { deadReason } from "@/components/links/link-words";
import { LoginDialog } from "@/components/links/login-dialog";
import type { Stage } from "@/components/links/login-stages";
import { maskAddress } from "@/components/links/masked-address";
import { Settled } from "@/components/links/settled";
import { phoneWords } from "@/lib/address";
import { hoursWords } from "@/lib/appointments/hours";
import { shopOf } from "@/lib/auth/arrive";
import { linkLookedAt } from "@/lib/auth/client-gates";
import { waitingFor } from "@/lib/auth/waiting";
import { waitWords } from "@/lib/dates";
import type { Peeked } from "@/lib/links/link";
import { type DocumentKind, documentHref } from "@/lib/links/policy";

export type Query = {
  link?: string;
  asked?: string;
  wait?: string;
  problem?: string;
  dialog?: string;
  /** Which form of an open document was refused, and what was typed into it. */
  do?: string;
  kept?: string;
  /** Which payment somebody comes back from. */
  payment?: string;
};

const action = "/l/again";
const notAnEmail = "That isn’t an email address. Check it for a slip.";
const notAnAddress = "That is neither an email address nor a phone number. Check it for a slip.";

type Props = { kind: DocumentKind; id: string; query: Query };

/**
 * A document that this browser may not see: why, and how to get a link that opens it. The shop is named only to a browser
 * that opened a link of its own to this document; nothing of the document itself is here.
 */
export async function ShutDocument({ kind, id, query }: Props) {
  const link = await linkLookedAt(id);
  const known = link && link.state !== "holder-inactive" ? link : undefined;
  const shop = known ? ((await shopOf(known.tenantId)) ?? null) : null;
  const isAsking = (query.asked ?? query.wait ?? query.problem ?? query.dialog) !== undefined;
  const end = known && shop && !isAsking ? itsEnd({ kind, id, link: known, shop }) : null;
  return (
    <>
      {shop && <ShopColour hex={shop.brandColour} />}
      {end ?? (
        <LoginDialog
          shop={shop}
          reason={deadReason(known?.state ?? query.link) ?? "wrong-device"}
          kind={kind}
          action={action}
          sends={{ kind, document: id }}
          maskedAddress={known ? maskAddress(known.address) : null}
          href={`${documentHref(kind, id)}?dialog=open`}
          stage={await stageOf(query, known)}
        />
      )}
    </>
  );
}

type Shop = NonNullable<Awaited<ReturnType<typeof shopOf>>>;

/** A link whose end has a page of its own: settled, used, or to an appointment. Null for any other, which has the dialog. */
function itsEnd({ kind, id, link, shop }: Omit<Props, "query"> & { link: Peeked; shop: Shop }) {
  const phone = shop.phone ? { number: shop.phone, words: phoneWords(shop.phone) ?? shop.phone } : null;
  const reason = deadReason(link.state);
  const { closedAs } = link.document ?? {};
  const again = { action, sends: { kind, document: id }, maskedAddress: maskAddress(link.address) };
  if (closedAs) return <Settled {...{ kind, closedAs, shop, phone }} />;
  if (reason && kind === "appointment") {
    const dialogHref = `${documentHref(kind, id)}?dialog=open`;
    const hours = hoursWords(shop.workingHours, shop.locale);
    return <DeadAppointment {...{ reason, shop, phone, hours, dialogHref }} {...again} />;
  }
  if (reason === "used") {
    return (
      <DeadEnd
        reason="used"
        opens={{ kind: "document", name: documentNames[kind] }}
        shop={shop}
        {...again}
        {...(phone && { phone: phone.number })}
      />
    );
  }
  return null;
}

/** How far asking for another link has come. What one tap asked for went where the old link did, and is shown masked. */
export async function stageOf({ asked, wait, problem }: Query, link: Peeked | undefined): Promise<Stage> {
  const waiting = await waitingFor();
  const sent = waiting?.typed ? { address: waiting.address } : undefined;
  const waitSeconds = Number(wait);
  if (waitSeconds > 0) return { state: "wait", at: waitWords(waitSeconds), secondsLeft: waitSeconds, sent };
  if (asked && waiting) {
    const address = waiting.typed ? waiting.address : maskAddress(waiting.address);
    return { state: "sent", address, secondsLeft: waiting.secondsLeft, sent };
  }
  const wrong = link?.address.includes("@") ? notAnEmail : notAnAddress;
  return {
    state: "ask",
    ...(problem && { problem: wrong, sent: waiting && { address: waiting.address } }),
  };
}
