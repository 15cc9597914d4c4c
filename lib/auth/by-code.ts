import { z } from "zod";
import { enterWithCode } from "./sign-in";

/** The form in which the code of a message is typed. */
export const typedCode = z.object({ code: z.string().max(40) });

/** Leads whoever typed a good code on to the page of its link, and anyone else back to `wrong`. */
export const byCode = (wrong: string) => async (sent: z.output<typeof typedCode>, device: string) => {
  const entered = await enterWithCode(sent.code, device);
  return entered.ok ? entered.value : wrong;
};
