import { arrive } from "@/lib/auth/arrive";
import { faultAs } from "@/lib/auth/fault";
import { seeOther } from "@/lib/auth/form";
import { plainPage } from "@/lib/auth/plain-page";

export const dynamic = "force-dynamic";

/** Opening a link looks at it and goes on to an address without a token; only a person's tap spends it. */
const look = faultAs("page", async (request: Request, { params }: { params: Promise<{ token: string }> }) => {
  const next = await arrive({ method: request.method, headers: request.headers, params: await params });
  return next.ok ? seeOther(next.value) : plainPage(next.reason, next.detail);
});

export const GET = look;
export const HEAD = look;
