"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { closeDocument, createDocument, editDocument } from "@/lib/documents/document";
import { duplicateDocument } from "@/lib/documents/duplicate";
import { giveTo as giveDocumentTo, setDue as setDueDay } from "@/lib/documents/life";
import { noteWait } from "@/lib/documents/note-wait";
import { answerQuestion } from "@/lib/documents/questions";
import { sendDocument } from "@/lib/documents/send";
import {
  documentClosing,
  documentForm,
  documentSending,
  draftBeginning,
  dueForm,
  duplicateForm,
  keeperForm,
  newDocumentForm,
  questionAnswered,
  waitNoted,
} from "@/lib/documents/sent";

const toItsPage = ({ id, contactId }: { id: string; contactId: string }) => ({
  to: `/clients/${contactId}/documents/${id}`,
});

export const create = action(manager, newDocumentForm, createDocument, toItsPage);

export const begin = action(
  manager,
  draftBeginning,
  (scope, draft) => createDocument(scope, { ...draft, body: "" }),
  toItsPage,
);

export const duplicate = action(manager, duplicateForm, duplicateDocument, toItsPage);

export const edit = action(
  manager,
  documentForm,
  (scope, { id, ...words }) => editDocument(scope, id, words),
  (_, { to }) => ({ done: to ? "On its way" : "Saved." }),
);

export const send = action(manager, documentSending, sendDocument, () => ({ done: "On its way" }));

export const setDue = action(manager, dueForm, setDueDay, () => ({ done: "Saved." }));

export const giveTo = action(manager, keeperForm, giveDocumentTo, () => ({ done: "Saved" }));

export const answer = action(manager, questionAnswered, answerQuestion, ({ unsent }) => ({
  done: unsent ?? "Sent",
}));

export const note = action(manager, waitNoted, noteWait);

export const close = action(manager, documentClosing, closeDocument, toItsPage);
