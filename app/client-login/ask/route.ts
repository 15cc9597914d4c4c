import { z } from "zod";
import { openForm } from "@/lib/auth/open-form";
import { askForLink } from "@/lib/auth/sign-in";
import { askedBefore, keepTyped } from "@/lib/auth/waiting";
import { readAddress } from "@/lib/people/typed-address";

/** Without an address, another link goes where the last one went. */
const ask = z.object({ address: z.string().max(400).optional(), once: z.uuid().optional() });

export const POST = openForm(
  "ask-for-link",
  ask,
  async ({ address: typed, once }, device) => {
    const address = typed === undefined ? await askedBefore() : await readAddress(typed);
    if (!address) {
      await keepTyped(typed ?? "");
      return "/client-login?problem=address";
    }
    const to = { address, typed: typed !== undefined, once };
    const asked = await askForLink("portal-login", to, device);
    return asked.ok ? "/client-login/sent" : `/client-login/sent?wait=${asked.detail.retryAfterSeconds}`;
  },
  "/client-login?problem=address",
);
