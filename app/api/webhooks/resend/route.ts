import { faultAs } from "@/lib/auth/fault";
import { problem } from "@/lib/auth/problem";
import { postedText } from "@/lib/delivery/posted-text";
import { readResendEvent } from "@/lib/delivery/webhooks";
import { recordDelivery } from "@/lib/links/delivered";
import { refuse } from "@/lib/outcome";

/** Resend says what became of an e-mail. Its signature is the gate; it hears 204 once that is written down. */
export const POST = faultAs("problem", async (request: Request) => {
  const body = await postedText(request);
  const event = body === undefined ? refuse("not-allowed") : readResendEvent(request.headers, body);
  if (!event.ok) return problem(event);
  await recordDelivery(event.value);
  return new Response(null, { status: 204 });
});
