import { z } from "zod";
import { openForm } from "@/lib/auth/open-form";
import { askForLink } from "@/lib/auth/sign-in";
import { keepTyped } from "@/lib/auth/waiting";
import { readAddress } from "@/lib/people/typed-address";

const ask = z.object({ address: z.string().max(400) });

export const POST = openForm(
  "ask-for-link",
  ask,
  async (sent, device) => {
    const address = await readAddress(sent.address);
    if (!address) {
      await keepTyped(sent.address);
      return "/client-login?problem=address";
    }
    const asked = await askForLink("portal-login", address, device);
    return asked.ok ? "/client-login/sent" : `/client-login/sent?wait=${asked.detail.retryAfterSeconds}`;
  },
  "/client-login?problem=address",
);
