import { headers } from "next/headers";
import { done, type Outcome } from "@/lib/outcome";
import { deviceFamily } from "./device";
import { GoTo } from "./form";
import type { DocumentScope } from "./may-see";
import { askForLink } from "./sign-in";

/**
 * Sends a sign-in link to the address that the asker has proved already: in one tap to another shop, or from one document
 * to everything. Leads to the page that waits for it.
 */
export async function askForEverything({ actor }: DocumentScope): Promise<Outcome<GoTo>> {
  const device = deviceFamily((await headers()).get("user-agent"));
  const asked = await askForLink("portal-login", { address: actor.address, typed: false }, device);
  const wait = asked.ok ? "" : `?wait=${asked.detail.retryAfterSeconds}`;
  return done(new GoTo(`/client-login/sent${wait}`));
}
