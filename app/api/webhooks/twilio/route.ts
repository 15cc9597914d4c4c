import { faultAs } from "@/lib/auth/fault";
import { problem } from "@/lib/auth/problem";
import { postedText } from "@/lib/delivery/posted-text";
import { readTwilioEvent } from "@/lib/delivery/webhooks";
import { env } from "@/lib/env";
import { recordDelivery } from "@/lib/links/delivered";
import { refuse } from "@/lib/outcome";

/** Twilio says what became of an SMS. Its signature, over our public address and not the Host it sent, is the gate. */
export const POST = faultAs("problem", async (request: Request) => {
  const { pathname, search } = new URL(request.url);
  const body = await postedText(request);
  const form = new URLSearchParams(body);
  const event =
    body === undefined
      ? refuse("not-allowed")
      : readTwilioEvent(`${env().APP_ORIGIN}${pathname}${search}`, request.headers, form);
  if (!event.ok) return problem(event);
  await recordDelivery(event.value);
  return new Response(null, { status: 204 });
});
