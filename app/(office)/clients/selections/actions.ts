"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { approveItems, returnItems, type Told } from "@/lib/selections/approve";
import { saveSheet } from "@/lib/selections/draft";
import { sheetDraft } from "@/lib/selections/draft-sent";
import { approving, returning } from "@/lib/selections/sent";

const toldWords = (did: string, { told }: Told) => {
  if (told === null) return `${did}.`;
  return told.length > 0 ? `${did}. ${told.join(" and ")} will hear of it.` : `${did}. Nobody could be told.`;
};

export const save = action(manager, sheetDraft, saveSheet, () => ({ done: "Saved." }));

export const approve = action(manager, approving, approveItems, (told) => ({
  done: toldWords("Approved", told),
}));

export const giveBack = action(manager, returning, returnItems, (told) => ({
  done: toldWords("Given back", told),
}));
