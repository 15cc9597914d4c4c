"use server";

import { whoHeard } from "@/app/(office)/clients/who-heard";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { approveItems, returnItems } from "@/lib/selections/approve";
import { saveSheet } from "@/lib/selections/draft";
import { sheetDraft } from "@/lib/selections/draft-sent";
import { approving, returning } from "@/lib/selections/sent";

const saying = (did: string) => (names: string | null) =>
  names ? `${did}. ${names} will hear of it.` : `${did}.`;

export const save = action(manager, sheetDraft, saveSheet, () => ({ done: "Saved." }));

export const approve = action(manager, approving, approveItems, (said) => whoHeard(said, saying("Approved")));

export const giveBack = action(manager, returning, returnItems, (said) =>
  whoHeard(said, saying("Given back")),
);
