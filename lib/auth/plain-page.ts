import type { Reason, RefusalDetail } from "@/lib/outcome";
import { waiting } from "./problem";
import { refusals } from "./refusals";

const style =
  "body{font:17px/1.55 system-ui,sans-serif;max-width:34rem;margin:18vh auto 0;padding:0 20px;color-scheme:light dark;color:CanvasText;background:Canvas}h1{font-size:30px;line-height:1.2;letter-spacing:-.03em}";

/** A page of one sentence, for a form that was refused before it could be read: it needs no script, style file or session. */
export function plainPage(reason: Reason, detail: RefusalDetail = {}): Response {
  const { status, title } = refusals[reason];
  const [heading, ...rest] = title.split(/(?<=\.)\s/);
  const nonce = crypto.randomUUID();
  return new Response(
    `<!doctype html><html lang="en-AU"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><style nonce="${nonce}">${style}</style><main><h1>${heading}</h1><p>${rest.join(" ")}</p></main></html>`,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex",
        "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
        ...waiting(status, detail.retryAfterSeconds),
      },
    },
  );
}
