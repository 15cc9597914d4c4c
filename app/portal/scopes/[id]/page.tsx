import { AskBlock } from "@/app/portal/ask-block";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { ownLinkHere } from "@/app/portal/own-link";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { ScopeActs, ScopePage } from "@/components/portal/scope-page";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";
import { readScopeForClient } from "@/lib/scopes/for-client";
import type { ScopeForClient, Writing } from "@/lib/scopes/views";

type Query = Record<string, string | string[] | undefined>;
type Asked = {
  line?: string | undefined;
  compare?: string | undefined;
  kept?: string | undefined;
  query: Awaited<DoorProps["searchParams"]>;
};

export default async function Scope(props: DoorProps) {
  const { line, compare, kept }: Query = await props.searchParams;
  const asked = { line: one(line), compare: one(compare), kept: one(kept) };
  const page = async (scope: DocumentScope, document: ClientDocument) =>
    scopePage(scope, document, { ...asked, query: await props.searchParams });
  return <DocumentDoor kind="scope" page={page} {...props} />;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

async function scopePage(scope: DocumentScope, document: ClientDocument, asked: Asked) {
  const { line, compare, kept, query } = asked;
  const shop = await portalShop(scope);
  const page = documentHref("scope", document.id);
  const isCompared = compare !== undefined && /^\d{1,6}$/.test(compare);
  const read = await readScopeForClient(scope, {
    id: document.id,
    compare: isCompared ? Number(compare) : undefined,
    now: new Date(),
  });
  const { actor } = scope;
  const refused =
    kept && actor.kind === "client" ? await readKeptForm(scope, actor.sessionId, kept) : undefined;
  const isOpen = read.answered === null && document.closedAs === null;
  const sent = refused?.sent.line ? refused.sent : { line };
  const writing = isOpen ? writingOf(read, sent, refused?.problem ?? null) : null;
  const asking = { kind: "scope", document, shop: shop.name, query } as const;
  const own = isOpen ? await ownLinkHere(scope, asking) : undefined;
  return (
    <PortalFrame
      scope={scope}
      bar={{
        title: shop.name,
        under: document.project ?? "Scope of work",
        acts: <ScopeActs scope={read} page={page} writing={writing} />,
      }}
    >
      {own && <div className="mb-4 empty:hidden">{own.notice}</div>}
      <ScopePage
        scope={read}
        document={document}
        shop={shop.name}
        page={page}
        writing={writing}
        mayApprove={own === undefined}
        problem={writing?.problem || query.do === "ask" ? null : (refused?.problem ?? null)}
        unsaved={writing ? null : (refused?.sent.line && refused.sent.words) || null}
        questions={
          <>
            {own && !writing && <div className="my-10">{own.form}</div>}
            <AskBlock scope={scope} document={document} query={query} isWriting={writing !== null} />
          </>
        }
      />
    </PortalFrame>
  );
}

/** The comment that is open: the one that the address names, or the one that was refused, with what was typed. */
function writingOf(
  { groups, own }: ScopeForClient,
  { line: key, words }: { line?: string | undefined; words?: string },
  problem: string | null,
): Writing | null {
  if (!key || !groups.some(({ lines }) => lines.some((line) => line.key === key))) return null;
  const kept = own.find((comment) => comment.key === key);
  return { key, words: words ?? kept?.words ?? "", problem, isKept: kept !== undefined };
}
