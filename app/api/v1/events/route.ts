import { faultAs } from "@/lib/auth/fault";
import { staff } from "@/lib/auth/gates";
import { problem } from "@/lib/auth/problem";
import { isAlive } from "@/lib/auth/session";
import { openStream } from "@/lib/events/stream";
import { refuse } from "@/lib/outcome";
import { describeForInbox } from "@/lib/work-orders/live";

export const dynamic = "force-dynamic";

/**
 * The live stream of an office: happenings from the page's cursor on, or from where the connection was lost. A page says
 * whose it is, and is refused once somebody else is signed in in its browser.
 */
export const GET = faultAs("problem", async (request: Request) => {
  const knock = { method: "GET", headers: request.headers, params: {} };
  const entered = await staff.enter(knock);
  if (!entered.ok) return problem(entered);
  const { searchParams } = new URL(request.url);
  const { sessionId, memberId } = entered.value.actor;
  if ((searchParams.get("for") ?? memberId) !== memberId) return problem(refuse("not-signed-in"));
  const asked = request.headers.get("last-event-id") ?? searchParams.get("since") ?? "";
  const cursor = /^\d{1,19}$/.test(asked) ? asked : "0";
  const stillIn = () => isAlive(sessionId);
  return new Response(openStream(entered.value, cursor, describeForInbox, stillIn), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
