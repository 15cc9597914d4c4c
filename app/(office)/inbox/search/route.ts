import { z } from "zod";
import { staff } from "@/lib/auth/gates";
import { route } from "@/lib/auth/route";
import { findOrders } from "@/lib/work-orders/search";

export const GET = route({
  gate: staff,
  sends: z.object({ q: z.string().max(200).default("") }),
  work: findOrders,
});
