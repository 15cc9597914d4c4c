import Link from "next/link";
import type { FormState } from "./form-state";
import { hrefs } from "./hrefs";

/** The way to the document that a form was refused for, in a page of its own: what was typed stays. */
export function DocumentInTheWay({ document }: Pick<FormState, "document">) {
  if (!document) return null;
  return (
    <Link
      href={hrefs.document(document.clientId, document.id)}
      target="_blank"
      rel="noreferrer"
      className="text-13 font-550 underline"
    >
      Look at it in a new tab
    </Link>
  );
}
