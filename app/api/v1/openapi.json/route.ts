import { apiDocument } from "@/lib/openapi";

export const dynamic = "force-dynamic";

/** Open to anyone: it describes the doors and opens none. */
export function GET(): Response {
  return Response.json(apiDocument(), { headers: { "cache-control": "public, max-age=300" } });
}
