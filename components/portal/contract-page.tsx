import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { settledWords } from "@/components/links/document-words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SigningView } from "@/lib/contracts/views";
import { SignatureBlocks } from "./contract-signature";
import { ContractText } from "./contract-text";
import { RefusedWords } from "./refused-words";

type Props = {
  shop: string;
  contract: SigningView;
  /** Why the last form was refused, and what was written where it stands no more. */
  refused: { problem: string; unsaved: string | undefined } | null;
  /** Where one signs, or why one does not. */
  panel: ReactNode;
  /** What was asked about it, and the way to ask; the way to the rest. */
  below: ReactNode;
};

/** A contract to read and to sign: the paper, and beside it, or on a phone below it, what can be done. */
export function ContractPage({ shop, contract, refused, panel, below }: Props) {
  const { act } = contract;
  const isDue = act.kind === "sign" || act.kind === "confirm";
  return (
    <div className="grid grow min-[64rem]:grid-cols-[minmax(0,1fr)_27rem] min-[64rem]:grid-rows-[auto_1fr]">
      <div className="min-w-0">
        <article className="mx-auto max-w-190 bg-surface px-5 pt-6 pb-10 sm:my-8 sm:border sm:border-line sm:px-14 sm:pt-14 sm:pb-16 sm:shadow-popover min-[90rem]:px-18">
          {refused && (
            <div className="mb-6">
              <RefusedWords {...refused} />
            </div>
          )}
          <Paper shop={shop} contract={contract} />
        </article>
        {isDue && <ToPanel />}
        <span id="sign" className="block min-[64rem]:scroll-mt-[70vh]" />
      </div>
      <aside className="border-line bg-surface max-[64rem]:border-t min-[64rem]:row-span-2 min-[64rem]:border-l">
        <div className="mx-auto flex max-w-190 flex-col px-5 py-8 min-[64rem]:sticky min-[64rem]:top-0 min-[64rem]:max-h-dvh min-[64rem]:min-h-[calc(100dvh-5rem)] min-[64rem]:overflow-y-auto min-[64rem]:px-8">
          {panel}
        </div>
      </aside>
      <div className="mx-auto grid w-full max-w-190 content-start gap-10 px-5 pb-10 max-[64rem]:pt-2 min-[64rem]:px-0">
        {below}
      </div>
    </div>
  );
}

function Paper({ shop, contract: { title, parties, text, signees, act } }: Pick<Props, "shop" | "contract">) {
  const over = act.kind === "void" && settledWords("contract", "void", shop);
  return (
    <>
      <header className="mb-6 flex flex-wrap justify-between gap-x-8 gap-y-1 text-14 text-ink-2">
        <h1 className="font-400">{title}</h1>
        <p>{parties}</p>
      </header>
      {over && (
        <div className="mb-6">
          <Notice phone>
            {over.heading}. {over.sentence}
          </Notice>
        </div>
      )}
      {text === null ? (
        <p className="text-17">
          {shop} is changing this contract. You’ll get a new link when it’s ready to read and sign.
        </p>
      ) : (
        <>
          <ContractText text={text} />
          <SignatureBlocks signees={signees} />
        </>
      )}
    </>
  );
}

/** On a phone the panel stands below the text: one tap leads there from anywhere in it. */
function ToPanel() {
  return (
    <p
      data-pinned=""
      className="sticky bottom-0 z-10 border-t border-line bg-surface px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-bar min-[64rem]:hidden [@media(max-height:30rem)]:static"
    >
      <ButtonLink href="#sign" kind="brand" size="phone" className="w-full">
        Go to the signature
      </ButtonLink>
    </p>
  );
}

/** The contract to keep, as it stands now. */
export function ContractPdf({ href }: { href: string }) {
  return (
    <ButtonLink
      href={href}
      size="desk-tall"
      className="min-h-10"
      icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
    >
      PDF
    </ButtonLink>
  );
}
