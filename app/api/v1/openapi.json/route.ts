import { countClient } from "@/lib/auth/count";
import { faultAs } from "@/lib/auth/fault";
import { problem } from "@/lib/auth/problem";
import { apiDocument } from "@/lib/openapi";

export const dynamic = "force-dynamic";

/** Open to anyone: it describes the doors and opens none. */
export const GET = faultAs("problem", async (request: Request) => {
  const counted = await countClient(request.headers);
  if (!counted.ok) return problem(counted);
  return Response.json(apiDocument(), { headers: { "cache-control": "public, max-age=300" } });
});
