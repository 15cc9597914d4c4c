import type { StaffScope } from "@/lib/auth/scope";
import { symbolOf } from "@/lib/money";
import { done, refuse } from "@/lib/outcome";
import { listContractors, listTrades, readContractor } from "@/lib/people/contacts";
import { contractorChoices, mostChoices } from "@/lib/people/contractor-choices";
import type { Asked } from "@/lib/people/list-page";
import { listProperties, type Property, readProperty } from "@/lib/people/properties";
import { readOffice } from "@/lib/tenants/settings";
import { findOrder } from "./order-view";
import type { Choice, Choices } from "./views";
import { restOfAddress } from "./work-order";

/** What the form of a work order offers: the places, the trades, and how this business writes a price. */
export async function orderChoices(scope: StaffScope, propertyId?: string) {
  const [properties, trades, { tenant }] = await Promise.all([
    propertyChoices(scope, propertyId),
    listTrades(scope),
    readOffice(scope),
  ]);
  return { properties, trades, symbol: symbolOf(tenant), taxLabel: tenant.taxLabel };
}

/** The first properties by street, and the one that is chosen already. */
async function propertyChoices(scope: StaffScope, chosenId?: string): Promise<Choices> {
  const [{ rows, after }, chosen] = await Promise.all([
    listProperties(scope),
    chosenId ? readProperty(scope, chosenId) : refuse("not-found"),
  ]);
  return choicesOf(rows.map(propertyChoice), chosen.ok ? propertyChoice(chosen.value) : null, after !== null);
}

/** The first contractors by company, and the one that is chosen already. */
export async function contractorFilter(scope: StaffScope, chosenId?: string): Promise<Choices> {
  const [{ rows, after }, chosen] = await Promise.all([
    listContractors(scope),
    chosenId ? readContractor(scope, chosenId) : refuse("not-found"),
  ]);
  return choicesOf(
    rows.map(contractorChoice),
    chosen.ok ? contractorChoice(chosen.value) : null,
    after !== null,
  );
}

function choicesOf(shown: Choice[], chosen: Choice | null, more: boolean): Choices {
  const isShown = !chosen || shown.some(({ id }) => id === chosen.id);
  return { shown: isShown ? shown : [...shown, chosen], more };
}

const propertyChoice = (property: Property): Choice => ({
  id: property.id,
  label: `${property.street}, ${restOfAddress(property)}`,
});

const contractorChoice = (contact: { id: string; company: string | null; name: string }): Choice => ({
  id: contact.id,
  label: contact.company ?? contact.name,
});

/** The properties that a search finds, for a picker. */
export async function findProperties(scope: StaffScope, asked: Asked) {
  return done((await listProperties(scope, asked)).rows.map(propertyChoice));
}

/** The contractors that a search finds, for a picker. */
export async function findContractors(scope: StaffScope, asked: Asked) {
  return done((await listContractors(scope, asked)).rows.map(contractorChoice));
}

/** Who an order may be dispatched to, at first and by a search, and whether there are more than these. */
export async function dispatchChoices(
  scope: StaffScope,
  order: { id: string; trade: string | null },
  q = "",
) {
  const choices = await contractorChoices(scope, { orderId: order.id, trade: order.trade, q });
  return { choices, more: choices.length >= mostChoices };
}

/** The same for the dialog's search, which knows the order by its number. */
export async function findForDispatch(scope: StaffScope, { q }: { q: string }, params: { number?: string }) {
  const order = await findOrder(scope, Number(params.number));
  return order.ok ? done((await dispatchChoices(scope, order.value, q)).choices) : order;
}
