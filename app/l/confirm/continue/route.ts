import { z } from "zod";
import { confirmArrival } from "@/lib/auth/arrive";
import { openForm } from "@/lib/auth/open-form";

/** `shop` is the link of the business that was picked, where several share the message. */
const chosen = z.object({ shop: z.uuid().optional() });

export const POST = openForm(
  "public",
  chosen,
  ({ shop }, device) => confirmArrival(device, shop),
  "/l/confirm",
);
