import { Undo2 } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { type Act, namesInWords, type SigningView } from "@/lib/contracts/views";
import { AuditNote } from "./audit-note";
import { SignatureMark } from "./contract-signature";
import { SignatureField } from "./contract-signature-field";

export type PanelProps = {
  shop: string;
  /** Who is here, with the address that their link went to. */
  reader: { name: string; address: string };
  contract: SigningView;
  /** The contract’s own address, under which its forms are posted. */
  page: string;
  /** Whether they chose to decline, which asks once more. */
  declining: boolean;
  /** What was typed into a form that was refused. */
  sent: Record<string, string> | undefined;
};

type SignProps = PanelProps & { act: Extract<Act, { kind: "sign" }> };

/** Signing as the person whose link let them in. It is posted with the hash of the text that stands beside it. */
export function SignForm({ shop, reader, contract, page, sent, act }: SignProps) {
  const { others } = contract;
  return (
    <>
      <h2 className="text-26 font-650 text-balance">Sign as {reader.name}</h2>
      <p className="mt-1 text-16 text-ink-2">
        Your link belongs to <span className="wrap-anywhere">{reader.address}</span>.{" "}
        {others.length > 0 &&
          `${namesInWords(others.map(firstOf))} ${others.length === 1 ? "signs with a link of their own" : "sign with links of their own"}.`}
      </p>
      <form method="post" action={`${page}/sign`} className="mt-6 grid gap-4">
        <input type="hidden" name="sha256" value={act.sha256} />
        <SignatureField name={reader.name} sent={sent} />
        <label className="flex gap-3.5 py-1 text-16">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            required
            className="mt-0.5 size-6 shrink-0 accent-brand"
          />
          I agree to sign electronically, and that this counts the same as signing on paper.
        </label>
        <Button kind="brand" size="phone-main">
          Sign contract
        </Button>
      </form>
      <OtherWays page={page} shop={shop} />
      <AuditNote shop={shop} sha256={contract.sha256} />
    </>
  );
}

type ConfirmProps = PanelProps & { act: Extract<Act, { kind: "confirm" }> };

/** A signature counts once its person has seen it in its place and confirms it. */
export function ConfirmForm({ shop, reader, contract, page, act }: ConfirmProps) {
  return (
    <>
      <h2 className="text-26 font-650">Confirm your signature</h2>
      <p className="mt-1 text-16 text-ink-2">
        It stands under the contract, {firstOf(reader.name)}. It counts once you confirm it.
      </p>
      <div className="mt-6 flex h-24 items-end rounded-phone border border-brand bg-brand-tint px-4 pb-3">
        <SignatureMark signature={act.signature} name={reader.name} />
      </div>
      <form method="post" action={`${page}/confirm`} className="mt-6 grid">
        <input type="hidden" name="sha256" value={act.sha256} />
        <Button kind="brand" size="phone-main">
          Confirm and finish
        </Button>
      </form>
      <form method="post" action={`${page}/again`} className="mt-3 grid">
        <Button size="phone" icon={<Undo2 aria-hidden size={18} strokeWidth={1.75} />}>
          Sign again
        </Button>
      </form>
      <OtherWays page={page} shop={shop} />
      <AuditNote shop={shop} sha256={contract.sha256} />
    </>
  );
}

/** Not to sign, or not yet: both lead on from the same place. */
function OtherWays({ page, shop }: { page: string; shop: string }) {
  return (
    <p className="mt-3 flex flex-wrap justify-between gap-x-6">
      <a href="#ask" className="text-link inline-flex min-h-11 items-center text-16">
        Ask {shop} a question first
      </a>
      <a
        href={`${page}?do=decline#sign`}
        className="inline-flex min-h-11 items-center text-16 text-ink-2 underline decoration-line-2 underline-offset-4"
      >
        Decline to sign
      </a>
    </p>
  );
}

export const firstOf = (name: string) => name.split(" ")[0] ?? name;

/** Asks once more, and why: the reason goes to the shop alone. */
export function DeclineForm({ shop, contract, page, sent }: PanelProps) {
  const { others } = contract;
  const told =
    others.length > 0 ? ` ${namesInWords(others.map(firstOf))} will hear that you declined, not why.` : "";
  return (
    <>
      <h2 className="text-26 font-650">Decline to sign?</h2>
      <p className="mt-1 text-16 text-ink-2">
        Then nobody can sign it until {shop} has changed it.{told}
      </p>
      <form method="post" action={`${page}/decline`} className="mt-6 grid gap-4">
        <TextArea
          id="decline-reason"
          name="reason"
          label={`What should ${shop} know?`}
          phone
          required
          maxLength={2000}
          rows={4}
          defaultValue={sent?.reason}
        />
        <Button kind="danger" size="phone">
          Decline the contract
        </Button>
        <ButtonLink href={`${page}#sign`} size="phone">
          Go back and sign
        </ButtonLink>
      </form>
    </>
  );
}
