import { ChevronRight, LayoutList } from "lucide-react";
import type { ReactNode } from "react";
import { kindWords, settledWords } from "@/components/links/document-words";
import { RowLink, rowClass } from "@/components/links/row-link";
import { Notice } from "@/components/ui/notice";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";

type Props = {
  shop: string;
  document: {
    kind: DocumentKind;
    title: string;
    project: string | null;
    body: string;
    closedAs: DocumentEnd | null;
  };
  /** Null where this is all there is for them. */
  everything: Everything | null;
  /** What was asked about it, and the way to ask. */
  questions?: ReactNode;
};

/** The way to the rest: a page, for who is signed in; for the holder of a standing link, a sign-in link to ask for. */
export type Everything = { href: string } | { action: string; maskedAddress: string };

/** One document as the client reads it. */
export function DocumentPage({ shop, document, everything, questions }: Props) {
  const { kind, title, project, body, closedAs } = document;
  const settled = closedAs && settledWords(kind, closedAs, shop);
  return (
    <article className="max-w-160">
      <p className="text-16 text-ink-2">{kindWords(kind)}</p>
      <h1 className="mt-1 text-34 font-650 text-balance">{title}</h1>
      {project && project !== title && <p className="mt-1.5 text-17 text-ink-2">{project}</p>}
      {settled && (
        <div className="mt-5">
          <Notice tone={closedAs === "paid" ? "good" : "quiet"} phone>
            {settled.heading}. {settled.sentence}
          </Notice>
        </div>
      )}
      <div className="mt-6 grid gap-4 border-t border-line pt-6 text-17">
        {paragraphs(body).map(({ at, words }) => (
          <p key={at} className="whitespace-pre-line wrap-anywhere">
            {words}
          </p>
        ))}
      </div>
      {questions && <div className="mt-10 empty:hidden">{questions}</div>}
      {everything && (
        <div className="mt-10 border-y border-line">
          <ToEverything shop={shop} everything={everything} />
        </div>
      )}
    </article>
  );
}

export function ToEverything({ shop, everything }: { shop: string; everything: Everything }) {
  if ("href" in everything) {
    return (
      <RowLink href={everything.href} icon={LayoutList}>
        Everything from {shop}
      </RowLink>
    );
  }
  return (
    <form method="post" action={everything.action}>
      <button type="submit" className={`${rowClass} text-left`}>
        <LayoutList aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-brand" />
        <span className="min-w-0 grow">
          <span className="block">Everything from {shop}</span>
          <span className="block text-15 font-400 text-ink-2">
            We’ll send a sign-in link to {everything.maskedAddress}.
          </span>
        </span>
        <ChevronRight aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      </button>
    </form>
  );
}

/** Blank lines part paragraphs; the lines within are kept as they were typed. */
export const paragraphs = (body: string) =>
  Array.from(body.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g), ({ 0: words, index }) => ({
    at: index,
    words,
  }));
