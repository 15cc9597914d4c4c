"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { replyToLine } from "@/lib/scopes/comment";
import { reviseScope, saveDraft } from "@/lib/scopes/draft";
import { draftForm, replying, revising } from "@/lib/scopes/sent";

export const save = action(manager, draftForm, saveDraft, ({ sentTo }) => ({
  done: sentTo.length > 0 ? `On its way to ${sentTo.join(" and ")}` : "Saved.",
}));

export const revise = action(manager, revising, reviseScope);

export const reply = action(manager, replying, replyToLine);
