import { ShopLogo } from "@/components/ui/logo";
import { EmptyDocument } from "./empty-document";
import { Ask } from "./login-ask";
import { type Asking, Sent, type Stage, Wait } from "./login-stages";

/** Asks who is there, over a document that is not: the same dialog for every kind of document. */
export function LoginDialog({ stage, ...props }: Asking & { stage: Stage }) {
  const { shop } = props;
  return (
    <main>
      <EmptyDocument logo={shop?.logo ?? null} />
      <div aria-hidden className="fixed inset-0 z-20 bg-scrim/70" />
      <dialog
        open
        aria-modal="true"
        aria-labelledby="login-heading"
        className="fixed inset-x-4 top-4 bottom-4 z-30 m-auto h-fit max-h-[calc(100dvh-2rem)] w-auto max-w-110 overflow-y-auto rounded-sheet bg-surface p-5 text-ink shadow-dialog [--accent:var(--brand)] sm:p-8 [@media(min-height:700px)]:bottom-12"
      >
        {shop && (
          <p className="mb-4 flex min-h-9 items-center gap-2.5 text-15 font-550">
            <ShopLogo logo={shop.logo} size={28} />
            {shop.name}
          </p>
        )}
        {stage.state === "ask" && <Ask {...props} stage={stage} />}
        {stage.state === "sent" && <Sent {...props} stage={stage} />}
        {stage.state === "wait" && <Wait {...props} stage={stage} />}
      </dialog>
    </main>
  );
}
