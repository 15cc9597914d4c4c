import { z } from "zod";
import { openForm } from "@/lib/auth/open-form";
import { askToSignIn } from "@/lib/auth/sign-in";
import { keepTyped } from "@/lib/auth/waiting";
import { normaliseEmail, normalisePhone } from "@/lib/people/address";

const ask = z.object({ address: z.string().max(400) });

export const POST = openForm(
  "ask-for-link",
  ask,
  async (sent, device) => {
    const address = normaliseEmail(sent.address) ?? normalisePhone(sent.address);
    if (!address) {
      await keepTyped(sent.address);
      return "/client-login?problem=address";
    }
    const asked = await askToSignIn("client", address, device);
    return asked.ok ? "/client-login/sent" : `/client-login/sent?wait=${asked.detail.retryAfterSeconds}`;
  },
  "/client-login?problem=address",
);
