import type { CountryCode } from "libphonenumber-js/max";
import type { StaffScope } from "@/lib/auth/scope";
import { done } from "@/lib/outcome";
import type { Choice, Choices } from "@/lib/work-orders/views";
import { addressWords, listOf } from "./client-addresses";
import { listClients } from "./clients";
import type { Contact } from "./contacts";
import type { Asked } from "./list-page";
import { officeCountry } from "./phone";

/** The first clients by name, for a picker; the one who is chosen among them, wherever their name stands. */
export async function clientChoices(scope: StaffScope, chosen?: Contact): Promise<Choices> {
  const [{ rows, after }, country] = await Promise.all([listClients(scope), officeCountry(scope)]);
  const others = rows.filter(({ id }) => id !== chosen?.id);
  const shown = chosen && others.length === rows.length ? [chosen, ...rows] : rows;
  return { shown: shown.map((client) => choiceOf(client, country)), more: after !== null };
}

/** The clients that a search finds, for the same picker. */
export async function findClients(scope: StaffScope, asked: Asked) {
  const [{ rows }, country] = await Promise.all([listClients(scope, asked), officeCountry(scope)]);
  return done(rows.map((client) => choiceOf(client, country)));
}

/** Two clients may have one name: an address tells them apart. */
function choiceOf(client: Contact, country: CountryCode): Choice {
  const [address] = listOf(client);
  return {
    id: client.id,
    label: address ? `${client.name}, ${addressWords(address, country)}` : client.name,
  };
}
