import { z } from "zod";
import { openForm } from "@/lib/auth/open-form";
import { enterWithCode } from "@/lib/auth/sign-in";

const code = z.object({ code: z.string().max(40) });
const wrong = "/sign-in/sent?problem=code";

export const POST = openForm(
  "public",
  code,
  async (sent, device) => {
    const entered = await enterWithCode(sent.code, device);
    return entered.ok ? entered.value : wrong;
  },
  wrong,
);
