import { z } from "zod";
import { confirmArrival } from "@/lib/auth/arrive";
import { openForm } from "@/lib/auth/open-form";

/** `page` says which link the page named, and `shop` which business was picked, where several share a message. */
const tapped = z.object({ page: z.string().max(64).default(""), shop: z.uuid().optional() });

export const POST = openForm(
  "public",
  tapped,
  ({ page, shop: tenantId }, device) => confirmArrival(device, { page, tenantId }),
  "/l/confirm",
);
