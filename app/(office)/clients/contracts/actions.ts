"use server";

import { action } from "@/lib/auth/action";
import { callerHere } from "@/lib/auth/caller-here";
import { manager } from "@/lib/auth/gates";
import { addSignee, beginFromTemplate, saveContract } from "@/lib/contracts/edit";
import { countersign, reopenContract, voidContract } from "@/lib/contracts/office";
import { sendContract } from "@/lib/contracts/send";
import {
  contractForm,
  contractNamed,
  contractSending,
  countersignForm,
  signeeForm,
  templateChoice,
  voidForm,
} from "@/lib/contracts/sent";

export const save = action(manager, contractForm, saveContract, (_, { next }) => ({
  done: next ? { send: "On its way", template: "Saved as a template" }[next] : "Saved.",
}));

export const add = action(manager, signeeForm, addSignee, () => ({ done: "Added" }));

export const begin = action(manager, templateChoice, beginFromTemplate);

export const send = action(manager, contractSending, sendContract, () => ({ done: "On its way" }));

export const sign = action(manager, countersignForm, async (scope, sent) =>
  countersign(scope, sent, await callerHere()),
);

export const reopen = action(manager, contractNamed, reopenContract);

export const makeVoid = action(manager, voidForm, voidContract);
