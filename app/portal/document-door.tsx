import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import NotFound from "@/app/not-found";
import { type Query, ShutDocument } from "@/app/portal/shut-document";
import { documentScopes, linkLookedAt } from "@/lib/auth/client-gates";
import type { DocumentScope } from "@/lib/auth/may-see";
import { type ClientDocument, readForClient } from "@/lib/documents/for-client";
import type { DocumentKind } from "@/lib/links/policy";

/** What a document's page is given by its address. */
export type DoorProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

type Props = DoorProps & {
  kind: DocumentKind;
  /** The page, for whoever may read the document. */
  page: (scope: DocumentScope, document: ClientDocument) => Promise<ReactNode>;
  /** What a browser that may not read it any more still sees; null where that is nothing. */
  instead?: (id: string) => Promise<ReactNode | null>;
};

/** One document, to whom it was sent; to anybody else the way to a link, and not a word of it. */
export async function DocumentDoor({ kind, params, searchParams, page, instead }: Props) {
  const { id } = await params;
  const scopes = await documentScopes({ kind, id }, await headers());
  const read = await readForClient(scopes, { kind, id });
  if (read.ok) return page(read.value.scope, read.value.document);
  const left = await instead?.(id);
  if (left) return left;
  const isSomebody = scopes.length > 0 && !(await linkLookedAt(id));
  return isSomebody ? nothingHere() : <ShutDocument kind={kind} id={id} query={await searchParams} />;
}

/** Where the proxy has set the status, the page has words even without script; `notFound` would leave it blank there. */
export async function nothingHere() {
  return (await headers()).get("x-latchkey-opens") === "no" ? <NotFound /> : notFound();
}
