"use server";

import { action } from "@/lib/auth/action";
import { manager } from "@/lib/auth/gates";
import { revokeSessions } from "@/lib/auth/session-list";
import { importClients } from "@/lib/people/client-import";
import { addClient, editClient, switchPortal } from "@/lib/people/clients";
import { inviteAgain } from "@/lib/people/portal-access";
import {
  clientForm,
  importForm,
  invitation,
  newClientForm,
  portalSwitch,
  sessionOnly,
} from "@/lib/people/sent";

export const add = action(manager, newClientForm, addClient, ({ client, told }) => ({
  to: `/clients/${client.id}${told ? `?told=${told}` : ""}`,
}));

export const save = action(
  manager,
  clientForm,
  (scope, { id, ...edit }) => editClient(scope, id, edit),
  ({ id }) => ({ to: `/clients/${id}` }),
);

export const openOrClose = action(manager, portalSwitch, switchPortal, ({ client, notInvited }) => ({
  done: notInvited ?? (client.portalAccess ? "It’s open, and they are invited." : "It’s closed."),
}));

export const invite = action(manager, invitation, inviteAgain, () => ({ done: "On its way" }));

export const revoke = action(
  manager,
  sessionOnly,
  (scope, which) => revokeSessions(scope, which),
  () => ({ done: "Signed out" }),
);

export const bringIn = action(manager, importForm, importClients, ({ added, changed, isCutShort }) => ({
  done: `Imported: ${added} new, ${changed} with changes.${isCutShort ? " Then it broke off. Import the rest: nothing is done twice." : ""}`,
}));
