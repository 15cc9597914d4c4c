import { MessageSquare, PencilLine } from "lucide-react";
import { TextField } from "@/components/ui/field";
import { addressInputs } from "./address-form";
import { AskedOnce } from "./asked-once";
import { documentNames } from "./document-words";
import { HiddenFields } from "./hidden-fields";
import { type Accepts, accepted, deadEndWords } from "./link-words";
import { Heading, type Of } from "./login-stages";
import { MainButton } from "./main-button";
import { MaskedAddressLine } from "./masked-address-line";
import { RowSummary } from "./row-link";

/**
 * Where the new link is to go. Whoever was sent the old one by e-mail types that; whose link went to a number taps once;
 * of anybody else nothing is known, so they may type either.
 */
export function Ask(asking: Of<"ask">) {
  const { reason, kind, maskedAddress } = asking;
  const byNumber = !maskedAddress?.includes("@");
  const number = byNumber ? maskedAddress : null;
  const opens = { kind: "document", name: documentNames[kind], byNumber } as const;
  const { heading, sentence } = deadEndWords(reason, opens, number !== null);
  return (
    <>
      <Heading>{heading}</Heading>
      <p className="mt-2 text-16 text-ink-2">{sentence}</p>
      {number ? (
        <OneTap {...asking} number={number} />
      ) : (
        <div className="mt-6">
          <Typed {...asking} accepts={accepted(opens)} autoFocus />
        </div>
      )}
    </>
  );
}

function OneTap({ number, ...asking }: Of<"ask"> & { number: string }) {
  return (
    <>
      <MaskedAddressLine label="A new link would go to" address={number} />
      <form method="post" action={asking.action} className="mt-6">
        <HiddenFields fields={asking.sends} />
        <AskedOnce />
        <MainButton icon={<MessageSquare aria-hidden size={20} />}>Send me a new link</MainButton>
      </form>
      <details open={asking.stage.problem !== undefined} className="group mt-3">
        <RowSummary icon={PencilLine}>Use another address</RowSummary>
        <Typed {...asking} accepts="email or mobile number" button="Send it there" />
      </details>
    </>
  );
}

type Field = Of<"ask"> & { accepts: Accepts; button?: string; autoFocus?: boolean };

function Typed({ shop, reason, action, sends, stage, accepts, button, autoFocus }: Field) {
  const ownLink = reason === "wrong-device" ? "" : " Each phone or browser needs its own link.";
  return (
    <>
      <form method="post" action={action} className="grid gap-3">
        <HiddenFields fields={sends} />
        <AskedOnce />
        <TextField
          {...addressInputs[accepts]}
          id="address"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={autoFocus}
          phone
          required
          maxLength={254}
          defaultValue={stage.sent?.address}
          error={stage.problem}
          className="min-h-14"
        />
        <MainButton>
          {button ?? (accepts === "email" ? "Email me a new link" : "Send me a new link")}
        </MainButton>
      </form>
      <p className="mt-3.5 text-14 text-ink-2">
        Use the address {shop?.name ?? "your shop or builder"} has for you.{ownLink}
      </p>
    </>
  );
}
