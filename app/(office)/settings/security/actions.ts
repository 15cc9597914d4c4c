"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { staff } from "@/lib/auth/gates";
import { revokeSessions } from "@/lib/auth/session-list";
import { setInvoiceLinks, setLinkLife, setSessionDays } from "@/lib/tenants/security";
import { setSingleKeys } from "@/lib/tenants/settings";

export const chooseSessionDays = action(
  staff,
  z.object({ kind: z.enum(["client", "staff"]), days: z.coerce.number() }),
  setSessionDays,
  (ended) => ({ done: ended === 0 ? "Saved" : `Saved. ${ended} signed out` }),
);

export const chooseLife = action(
  staff,
  z.object({ purpose: z.string(), days: z.coerce.number() }),
  setLinkLife,
  () => ({ done: "Saved" }),
);

export const chooseEnding = action(
  staff,
  z.object({ invoiceLinks: z.enum(["standing", "single-use"]) }),
  (scope, { invoiceLinks }) => setInvoiceLinks(scope, invoiceLinks),
  () => ({ done: "Saved" }),
);

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
  () => ({ to: "/settings/security" }),
);

export const chooseKeys = action(
  staff,
  z.object({ singleKeys: z.string().optional() }),
  (scope, { singleKeys }) => setSingleKeys(scope, singleKeys === "on"),
  () => ({ done: "Saved" }),
);
