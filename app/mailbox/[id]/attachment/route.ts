import { problem } from "@/lib/auth/problem";
import { findAttachment, isMailboxOpen } from "@/lib/delivery/mailbox";
import { refuse } from "@/lib/outcome";
import { contentDisposition } from "@/lib/storage/file-name";

type Context = { params: Promise<{ id: string }> };

/** What goes with one letter, as a mail program would save it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const file = isMailboxOpen(request.headers) ? await findAttachment((await params).id) : undefined;
  if (!file) return problem(refuse("not-found"));
  return new Response(new Uint8Array(file.content), {
    headers: {
      "content-type": file.contentType,
      "content-disposition": contentDisposition("attachment", file.name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
