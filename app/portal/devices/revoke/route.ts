import { z } from "zod";
import { clientDevices } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { revokeOwnSessions } from "@/lib/auth/session-list";

/** Signs out one other browser, or all of them but this one. */
const which = z.object({ id: z.uuid().optional() });

export const POST = form(clientDevices, which, (scope, { id }) =>
  revokeOwnSessions(scope, id ? { id } : "all-others"),
);
