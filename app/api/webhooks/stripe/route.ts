import { faultAs } from "@/lib/auth/fault";
import { problem } from "@/lib/auth/problem";
import { postedText } from "@/lib/delivery/posted-text";
import { refuse } from "@/lib/outcome";
import { takeIn } from "@/lib/payments/settle";
import { eventsOf, readStripeEvent } from "@/lib/payments/stripe-events";

/** Stripe says what became of a payment. Its signature is the gate; it hears 204 once what it said is taken in. */
export const POST = faultAs("problem", async (request: Request) => {
  const body = await postedText(request);
  const event = body === undefined ? refuse("not-allowed") : readStripeEvent(request.headers, body);
  if (!event.ok) return problem(event);
  for (const each of await eventsOf(event.value)) await takeIn(each);
  return new Response(null, { status: 204 });
});
