import { arrive } from "@/lib/auth/arrive";
import { seeOther } from "@/lib/auth/form";
import { plainPage } from "@/lib/auth/plain-page";

export const dynamic = "force-dynamic";

/** Opening a link looks at it and goes on to an address without a token; only a person's tap spends it. */
async function look(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const next = await arrive({ method: request.method, headers: request.headers, params: await params });
  return "to" in next ? seeOther(next.to) : plainPage("too-many-requests", { retryAfterSeconds: next.wait });
}

export const GET = look;
export const HEAD = look;
