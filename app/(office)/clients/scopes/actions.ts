"use server";

import { whoHeard } from "@/app/(office)/clients/who-heard";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { replyToLine } from "@/lib/scopes/comment";
import { discardRevision, reviseScope, saveDraft } from "@/lib/scopes/draft";
import { discarding, draftForm, replying, revising } from "@/lib/scopes/sent";

export const save = action(manager, draftForm, saveDraft, (said) =>
  whoHeard(said, (names) => (names ? `On its way to ${names}` : "Saved.")),
);

export const revise = action(manager, revising, reviseScope);

export const discard = action(manager, discarding, discardRevision);

export const reply = action(manager, replying, replyToLine);
