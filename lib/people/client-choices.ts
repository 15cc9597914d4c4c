import type { StaffScope } from "@/lib/auth/scope";
import { done } from "@/lib/outcome";
import type { Choice, Choices } from "@/lib/work-orders/views";
import { addressWords, listOf } from "./client-addresses";
import { listClients } from "./clients";
import type { Contact } from "./contacts";
import type { Asked } from "./list-page";

/** The first clients by name, for a picker. */
export async function clientChoices(scope: StaffScope): Promise<Choices> {
  const { rows, after } = await listClients(scope);
  return { shown: rows.map(choiceOf), more: after !== null };
}

/** The clients that a search finds, for the same picker. */
export async function findClients(scope: StaffScope, asked: Asked) {
  return done((await listClients(scope, asked)).rows.map(choiceOf));
}

/** Two clients may have one name: an address tells them apart. */
function choiceOf(client: Contact): Choice {
  const [address] = listOf(client);
  return { id: client.id, label: address ? `${client.name}, ${addressWords(address)}` : client.name };
}
