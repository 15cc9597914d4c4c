"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { staff } from "@/lib/auth/gates";
import { revokeSessions } from "@/lib/auth/session";
import { setSingleKeys } from "@/lib/tenants/settings";

export const revoke = action(
  staff,
  z.object({ id: z.uuid() }),
  (scope, which) => revokeSessions(scope, which),
  () => ({ done: "Signed out" }),
);

export const revokeOthers = action(
  staff,
  z.object({}),
  (scope) => revokeSessions(scope, "all-others"),
  (count) => ({ done: `${count} signed out` }),
);

export const chooseKeys = action(
  staff,
  z.object({ singleKeys: z.string().optional() }),
  (scope, { singleKeys }) => setSingleKeys(scope, singleKeys === "on"),
  () => ({ done: "Saved" }),
);
