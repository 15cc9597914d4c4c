import { AskBlock } from "@/app/portal/ask-block";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { plainDocument } from "@/app/portal/plain-document";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import type { Query } from "@/app/portal/shut-document";
import { SelectionSheet } from "@/components/portal/selection-sheet";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";
import { withSmallFirst } from "@/lib/portal/title-words";
import { readClientSheet } from "@/lib/selections/for-client";
import type { ClientItem, ClientSheet } from "@/lib/selections/views";

type Asked = Query & { item?: string | string[]; kept?: string | string[] };
type Props = DoorProps & { searchParams: Promise<Asked> };

export default function Selections(props: Props) {
  const page = async (scope: DocumentScope, document: ClientDocument) =>
    sheetPage(scope, document, await props.searchParams);
  return <DocumentDoor kind="selections" page={page} {...props} />;
}

async function sheetPage(scope: DocumentScope, document: ClientDocument, asked: Asked) {
  const now = new Date();
  const { actor } = scope;
  const holder = actor.kind === "client" ? actor.sessionId : actor.linkId;
  const refused = asked.kept ? await readKeptForm(scope, holder, String(asked.kept)) : undefined;
  const sheet = await readClientSheet(scope, document.id, now);
  const item = itemOf(sheet, String(asked.item ?? refused?.sent.item ?? ""));
  if (!item) return plainDocument(scope, document, asked);
  const { name: shop } = await portalShop(scope);
  const next = nextOf(sheet, item);
  return (
    <PortalFrame scope={scope} current="selections" wide>
      <SelectionSheet
        {...{ sheet, document, item, shop }}
        next={next ? { id: next.id, name: withSmallFirst(next.name, []) } : null}
        href={documentHref("selections", document.id)}
        madeAt={now.getTime()}
        problem={asked.do === "ask" ? undefined : refused?.problem}
        unsaved={unsavedNote(item, refused?.sent)}
        questions={<AskBlock scope={scope} document={document} query={asked} />}
      />
    </PortalFrame>
  );
}

/** The note of a form that was refused, as it was typed; null where none was, or it is kept all the same. */
function unsavedNote({ mine }: ClientItem, { note, noted }: Record<string, string> = {}): string | null {
  return note && note !== noted && note.trim() !== mine?.note ? note : null;
}

const isUndecided = ({ verdict }: ClientItem) => verdict.state !== "decided";

/** The item that was asked for; else the first that is not decided, or was given back. */
function itemOf({ items }: ClientSheet, asked: string): ClientItem | undefined {
  return (
    items.find(({ id }) => id === asked) ??
    items.find(isUndecided) ??
    items.find(({ state }) => state === "pending") ??
    items[0]
  );
}

/** What is to be decided after an item: the next below it, else the first above. Of an item that is with the shop, what is not. */
function nextOf({ items }: ClientSheet, current: ClientItem): ClientItem | undefined {
  const at = items.indexOf(current);
  const others = [...items.slice(at + 1), ...items.slice(0, at)];
  const undecided = others.find(isUndecided);
  if (undecided || current.state === "pending") return undecided;
  return others.find(({ state }) => state === "pending");
}
