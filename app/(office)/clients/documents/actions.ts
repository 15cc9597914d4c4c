"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { closeDocument, createDocument, editDocument } from "@/lib/documents/document";
import { sendDocument } from "@/lib/documents/send";
import { documentClosing, documentForm, documentSending, newDocumentForm } from "@/lib/documents/sent";

export const create = action(manager, newDocumentForm, createDocument, ({ id, contactId }) => ({
  to: `/clients/${contactId}/documents/${id}`,
}));

export const edit = action(
  manager,
  documentForm,
  (scope, { id, ...words }) => editDocument(scope, id, words),
  (_, { to }) => ({ done: to ? "On its way" : "Saved." }),
);

export const send = action(manager, documentSending, sendDocument, () => ({ done: "On its way" }));

export const close = action(manager, documentClosing, closeDocument, ({ id, contactId }) => ({
  to: `/clients/${contactId}/documents/${id}`,
}));
