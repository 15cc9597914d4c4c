"use server";

import { callerForm, clientOnly } from "@/lib/activity/asked";
import { noteCall } from "@/lib/activity/note-call";
import { issueRecovery } from "@/lib/activity/recovery";
import { sendWayIn } from "@/lib/activity/send-way-in";
import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";

export const openAfterCall = action(
  manager,
  clientOnly,
  (scope, { client }) => noteCall(scope, client),
  (_, { client }) => ({ to: `/activity?client=${client}` }),
);

export const send = action(manager, callerForm, sendWayIn, (done) => ({ done }));

export const recover = action(manager, callerForm, issueRecovery, (done) => ({ done }));
