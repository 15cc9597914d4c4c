import { AddressForm } from "@/components/links/address-form";
import { WhenAgain } from "@/components/links/ask-again";
import type { Stage } from "@/components/links/login-stages";
import { Notice } from "@/components/ui/notice";

type Kind = "contract" | "scope";

const acts = { contract: "sign or decline", scope: "approve it" } as const satisfies Record<Kind, string>;

/** What came of asking for a link of one's own; nothing before it was asked for. */
export function OwnLinkNotice({ kind, stage }: { kind: Kind; stage: Stage }) {
  if (stage.state === "wait") {
    return (
      <Notice tone="problem" phone>
        We send up to three links an hour to one address. You can ask again <WhenAgain {...stage} />.
      </Notice>
    );
  }
  if (stage.state === "sent") {
    return (
      <Notice tone="good" phone>
        If <strong className="font-600 wrap-anywhere">{stage.address}</strong> belongs to a client, a link is
        on its way. It opens this same {kind}, and you can {acts[kind]} there.
      </Notice>
    );
  }
  return null;
}

/** Where a page has the form for a link of one’s own. */
export const ownLinkForm = "own-link";

type Props = {
  kind: Kind;
  shop: string;
  /** Where the link goes unless something else is typed. */
  address: string;
  /** What the form posts beside the address. */
  sends: Record<string, string>;
  stage: Stage;
};

/**
 * Where somebody reads whose link the office had in hand: why they agree to nothing here, and the form for a link that goes
 * to them alone.
 */
export function OwnLink({ kind, shop, address, sends, stage }: Props) {
  return (
    <section id={ownLinkForm} className="scroll-mt-24">
      <h2 className="text-26 font-650 text-balance">Use a link of your own</h2>
      <p className="mt-1 text-16 text-ink-2">
        A recovery link let you in here, and {shop} saw it too. You can read everything. To {acts[kind]}, open
        a link that goes to your own email or phone.
      </p>
      <AddressForm
        accepts="email or mobile number"
        action="/l/again"
        sends={sends}
        button={stage.state === "sent" ? "Send another link" : "Send me a link"}
        hint={`Use an address that ${shop} has for you.`}
        problem={stage.state === "ask" ? stage.problem : undefined}
        sent={stage.sent ?? { address }}
      />
    </section>
  );
}
