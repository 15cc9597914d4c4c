import { done, type Outcome, refuse } from "@/lib/outcome";
import { type LimitName, withinLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";

/** Counts a request of nobody in particular, by its client's address. Refuses with "too-many-requests". */
export async function countClient(headers: Headers, limit: LimitName = "public"): Promise<Outcome<null>> {
  const verdict = await withinLimit(limit, clientAddress(headers));
  return verdict.allowed ? done(null) : refuse("too-many-requests", verdict);
}
