import { z } from "zod";
import { confirmArrival } from "@/lib/auth/arrive";
import { openForm } from "@/lib/auth/open-form";

export const POST = openForm("public", z.object({}), (_sent, device) => confirmArrival(device), "/l/confirm");
