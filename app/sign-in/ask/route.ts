import { z } from "zod";
import { normaliseEmail } from "@/lib/address";
import { openForm } from "@/lib/auth/open-form";
import { askForLink } from "@/lib/auth/sign-in";
import { keepTyped } from "@/lib/auth/waiting";

const ask = z.object({ email: z.string().max(400), once: z.uuid().optional() });

export const POST = openForm(
  "ask-for-link",
  ask,
  async ({ email, once }, device) => {
    const address = normaliseEmail(email);
    if (!address) {
      await keepTyped(email);
      return "/sign-in?problem=email";
    }
    const asked = await askForLink("staff-sign-in", { address, typed: true, once }, device);
    return asked.ok ? "/sign-in/sent" : `/sign-in/sent?wait=${asked.detail.retryAfterSeconds}`;
  },
  "/sign-in?problem=email",
);
