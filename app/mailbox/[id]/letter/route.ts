import { problem } from "@/lib/auth/problem";
import { findLetter, isMailboxOpen } from "@/lib/delivery/mailbox";
import { refuse } from "@/lib/outcome";

/** A letter as a mail program shows it: its own inline styles, no script, and links that open in a new tab. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
].join("; ");

type Context = { params: Promise<{ id: string }> };

/** The HTML of one letter, for the frame on the mailbox page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const letter = isMailboxOpen(request.headers) ? await findLetter((await params).id) : undefined;
  if (!letter?.html) return problem(refuse("not-found"));
  return new Response(letter.html, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}
