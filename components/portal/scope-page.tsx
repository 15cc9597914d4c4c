import { Download, History, List, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { settledWords } from "@/components/links/document-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DocumentEnd } from "@/lib/links/policy";
import type { ScopeForClient, Writing } from "@/lib/scopes/views";
import { paragraphs } from "./document-page";
import { RefusedWords } from "./refused-words";
import { ScopeAnswer, ScopeAnswered } from "./scope-answer";
import { commentForm } from "./scope-comment";
import { ScopeGone } from "./scope-gone";
import { ScopeLines } from "./scope-lines";

type Props = {
  scope: ScopeForClient;
  document: { title: string; body: string; closedAs: DocumentEnd | null };
  shop: string;
  page: string;
  writing: Writing | null;
  /** Whether this browser may approve; the way to a link of their own stands among the questions where it may not. */
  mayApprove: boolean;
  /** Why the last answer was refused. */
  problem: string | null;
  /** The words of a comment that was refused where it can’t be written any more. */
  unsaved: string | null;
  /** What was asked about it, and the way to ask. */
  questions: ReactNode;
};

/** A scope of work as its client reads it: lines to comment on, and an answer to this very revision. */
export function ScopePage(props: Props) {
  const { scope, document, shop, page, writing, mayApprove, problem, unsaved, questions } = props;
  const { title, body, closedAs } = document;
  const { answered, differences, gone, groups, total } = scope;
  const isOpen = answered === null && closedAs === null;
  const settled = closedAs && settledWords("scope", closedAs, shop);
  return (
    <article className="flex min-h-[calc(100dvh-10rem)] flex-col sm:min-h-[calc(100dvh-6.5rem)]">
      <h1 className="text-30 font-650 text-balance sm:text-34">{title}</h1>
      <p className="mt-1 text-16 text-ink-2">{sentWords(scope, isOpen)}</p>
      <div className="mt-4 grid max-w-200 gap-3 empty:hidden">
        {problem && <RefusedWords problem={problem} unsaved={unsaved} />}
        {settled && (
          <Notice phone>
            {settled.heading}. {settled.sentence}
          </Notice>
        )}
        {answered && <ScopeAnswered scope={scope} answered={answered} />}
        {differences && <WhatIsNew scope={scope} differences={differences} />}
        {paragraphs(body).map(({ at, words }) => (
          <p key={at} className="text-16 whitespace-pre-line wrap-anywhere">
            {words}
          </p>
        ))}
      </div>
      <ScopeLines scope={scope} page={page} isOpen={isOpen} writing={isOpen ? writing : null} />
      {gone.length > 0 && <ScopeGone lines={gone} />}
      {groups.length > 0 && <Total total={total} was={differences?.total ?? null} isOpen={isOpen} />}
      <div className="max-w-200">{questions}</div>
      {isOpen && (
        <ScopeAnswer scope={scope} page={page} isWriting={writing !== null} mayApprove={mayApprove} />
      )}
    </article>
  );
}

function sentWords({ revision, sentOn, answerBy }: ScopeForClient, isOpen: boolean): string {
  const ask = isOpen && answerBy ? ` Please answer by ${answerBy}.` : "";
  return `Revision ${revision}, sent ${sentOn}.${ask}`;
}

type New = { scope: ScopeForClient; differences: NonNullable<ScopeForClient["differences"]> };

function WhatIsNew({ scope: { revision }, differences: { since, summary, total } }: New) {
  return (
    <div className="rounded-phone bg-sunken px-4 py-3">
      <h2 className="text-16 font-600">
        What is new in revision {revision} since revision {since}
      </h2>
      <p className="text-15 text-ink-2">
        {summary}.{" "}
        {total
          ? `The total is ${total.now} instead of ${total.was}: ${total.change}.`
          : "The total is the same."}
      </p>
    </div>
  );
}

type TotalProps = { total: string; was: { was: string } | null; isOpen: boolean };

/** Under the amounts of its lines, beside which there may be a way to a comment. */
function Total({ total, was, isOpen }: TotalProps) {
  return (
    <div className="grid gap-x-11 pt-3 min-[60rem]:grid-cols-[minmax(0,1fr)_20rem]">
      <p
        className={`-mx-3 flex min-h-13 items-center justify-between gap-4 border-t border-ink px-3 py-2 text-18 font-600 ${isOpen ? "sm:pr-15" : ""}`}
      >
        Total
        <span className="text-right tabular-nums">
          {was && <del className="mr-2 text-15 font-400 text-ink-2">{was.was}</del>}
          {total}
        </span>
      </p>
    </div>
  );
}

type ActsProps = Pick<Props, "scope" | "page" | "writing">;

/** What can be done with all of it: compared with an older revision, and taken along. */
export function ScopeActs({ scope, page, writing }: ActsProps) {
  const { olderRevision, differences } = scope;
  return (
    <>
      {differences && (
        <Show revision={0} page={page} writing={writing} icon={List}>
          Show without marks
        </Show>
      )}
      {olderRevision !== null && !differences && (
        <Show revision={olderRevision} page={page} writing={writing} icon={History}>
          Compare with revision {olderRevision}
        </Show>
      )}
      <ButtonLink
        href={`${page}/pdf`}
        size="desk-tall"
        icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
      >
        PDF
      </ButtonLink>
    </>
  );
}

type ShowProps = Pick<Props, "page" | "writing"> & {
  revision: number;
  icon: LucideIcon;
  children: ReactNode;
};

/** The way to the page that compares with a revision, 0 for none; while a comment is written, it keeps that first. */
function Show({ revision, page, writing, icon: Icon, children }: ShowProps) {
  const look = { size: "desk-tall", icon: <Icon aria-hidden size={16} strokeWidth={1.75} /> } as const;
  return writing ? (
    <Button {...look} form={commentForm} formNoValidate name="show" value={revision}>
      {children}
    </Button>
  ) : (
    <ButtonLink {...look} href={`${page}?compare=${revision}`}>
      {children}
    </ButtonLink>
  );
}
