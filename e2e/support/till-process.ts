import { createInterface } from "node:readline";
import { POST } from "@/app/api/webhooks/stripe/route";
import type { AtDocument, ClientScope } from "@/lib/auth/scope";
import { giveBack } from "@/lib/payments/give-back";
import { closeCheckout, lookAtPayment } from "@/lib/payments/look";
import { startPayment } from "@/lib/payments/pay";

/** A process of the product’s till: it does one thing to a payment, in the middle of which a test may kill it. */

const [step = "", asked = "{}"] = process.argv.slice(2);
const given = JSON.parse(asked);

type Posted = { payload: string; signature: string };

async function post({ payload: body, signature }: Posted): Promise<number> {
  const headers = { "stripe-signature": signature };
  const request = new Request("http://localhost:3999/api/webhooks/stripe", { method: "POST", headers, body });
  return (await POST(request)).status;
}

const steps: Record<string, () => Promise<unknown>> = {
  tap: () => startPayment(given.scope as AtDocument<ClientScope>, { amountCents: given.amountCents }),
  post: () => post(given),
  look: () => lookAtPayment(given),
  close: () => closeCheckout(given),
  "give-back": () => giveBack(given),
  /** Takes in what it reads, one event a line, all at once, and writes the status of each as it is known. */
  intake: async () => {
    for await (const line of createInterface({ input: process.stdin }))
      void post(JSON.parse(line)).then((status) => process.stdout.write(`${status}\n`));
  },
};

await steps[step]?.();
process.exit(0);
