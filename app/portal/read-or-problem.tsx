import type { ReactNode } from "react";
import { portalShop } from "@/app/portal/portal-frame";
import { PortalProblem } from "@/components/portal/portal-problem";
import { phoneWords } from "@/lib/address";
import type { ClientScope } from "@/lib/auth/scope";
import { log } from "@/lib/log";
import { done, type Outcome, refuse } from "@/lib/outcome";

/**
 * What stands in the frame of a page: what was read, or, where that failed, whom to call and another try. Without script
 * this is the only way to say so in the shop's own page.
 */
export async function readOrProblem<Value>(
  { scope, againHref }: { scope: ClientScope; againHref: string },
  read: () => Promise<Value>,
  page: (value: Value) => ReactNode,
): Promise<ReactNode> {
  const answer = await attempt(read);
  if (answer.ok) return page(answer.value);
  const { name, phone } = await portalShop(scope);
  const shop = { name, phone: phone ? { number: phone, words: phoneWords(phone) ?? phone } : null };
  return <PortalProblem shop={shop} againHref={againHref} />;
}

async function attempt<Value>(read: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return done(await read());
  } catch (error) {
    log.error({ err: error }, "a page of the portal could not be read");
    return refuse("unavailable");
  }
}
