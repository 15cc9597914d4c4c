import { Copy, Ellipsis, Send, Undo2 } from "lucide-react";
import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import type { DocumentView } from "@/lib/documents/views";
import { endActs, endHref, endsNow } from "./document-ends";
import { DocumentDue, DocumentStanding, DocumentWaits } from "./document-standing";
import { hrefs } from "./hrefs";
import { Menu } from "./menu";

type Props = {
  document: DocumentView;
  /** Where documents of several kinds stand among each other. */
  namesKind: boolean;
  mayWrite: boolean;
};

/** One document in a list: where it stands, by when, whom it waits for, and what can be done with it. */
export function DocumentRow({ document, namesKind, mayWrite }: Props) {
  const { id, clientId, kind, title, due } = document;
  const isKindTold = namesKind && kindWords(kind) !== title;
  return (
    <li className="relative flex min-h-12 items-center gap-2 hover:bg-ink/3">
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
        <div className="min-w-0">
          <Link
            href={hrefs.document(clientId, id)}
            prefetch={false}
            className="text-14 font-550 before:absolute before:inset-0 wrap-anywhere"
          >
            {title}
          </Link>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
            {isKindTold && <span className="text-13 text-ink-3">{kindWords(kind)}</span>}
            <DocumentDue due={due} />
            <DocumentWaits document={document} />
          </p>
        </div>
        <DocumentStanding document={document} />
      </div>
      {mayWrite && <RowMenu document={document} />}
    </li>
  );
}

function RowMenu({ document }: Pick<Props, "document">) {
  const { id, clientId, kind, title, standing, ends } = document;
  return (
    <div className="relative z-1 has-open:z-20">
      <Menu label={`More for ${title}`} icon={<Ellipsis aria-hidden size={18} />}>
        <ul className="w-60 p-1.5">
          {ends.length > 0 && (
            <li>
              <Link href={hrefs.sendDocument(clientId, id)} className={item}>
                <Send aria-hidden size={15} /> {standing === "draft" ? "Send" : "Send again"}
              </Link>
            </li>
          )}
          <li>
            <Link href={hrefs.duplicateDocument(clientId, id)} className={item}>
              <Copy aria-hidden size={15} /> Duplicate
            </Link>
          </li>
          {endsNow(document).map((as) => (
            <li key={as}>
              <Link href={endHref(document, as)} className={`${item} text-danger`}>
                <Undo2 aria-hidden size={15} /> {endActs(kind)[as]}
              </Link>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}

const item =
  "flex min-h-8 w-full items-center gap-2.5 rounded-chip px-2.5 text-left text-14 hover:bg-sunken pointer-coarse:min-h-11";
