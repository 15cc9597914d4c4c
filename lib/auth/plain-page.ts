import type { Reason, RefusalDetail } from "@/lib/outcome";
import { waiting } from "./problem";
import { refusals } from "./refusals";

/** A page of one sentence, for a form that was refused before it could be read: it needs no script and no session. */
export function plainPage(reason: Reason, detail: RefusalDetail = {}): Response {
  const { status, title } = refusals[reason];
  const [heading, ...rest] = title.split(/(?<=\.)\s/);
  return new Response(
    `<!doctype html><html lang="en-AU"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><link rel="stylesheet" href="/plain.css"><main><h1>${heading}</h1><p>${rest.join(" ")}</p></main></html>`,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex",
        ...waiting(status, detail.retryAfterSeconds),
      },
    },
  );
}
