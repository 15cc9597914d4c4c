import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { contractSignees, contracts } from "@/db/schema/contracts";
import { invoices } from "@/db/schema/invoices";
import { contacts } from "@/db/schema/people";
import { selectionChoices, selectionItems } from "@/db/schema/selections";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import { ownPlaces } from "@/lib/contracts/people";
import type { DocumentKind } from "@/lib/links/policy";
import { settledDay } from "@/lib/receivables/moves";
import { isTheirs } from "@/lib/selections/sheet";

/** What a list of documents tells of each beyond its title, by kind: read for all of them at once. */
export type Facts = {
  contract?: ContractFacts | undefined;
  scope?: ScopeFacts | undefined;
  selections?: SelectionFacts | undefined;
  appointment?: AppointmentFacts | undefined;
  invoice?: InvoiceMoney | undefined;
};

export type SigneeFacts = {
  name: string;
  isYou: boolean;
  /** You, whom it names as you were called before: it can’t be signed so. */
  isRenamed: boolean;
  isOffice: boolean;
  place: number;
  confirmed: boolean;
  declined: boolean;
};
export type ContractFacts = { sealed: boolean; order: "any" | "set"; signees: SigneeFacts[] };
export type ScopeFacts = {
  revision: number;
  lines: number;
  totalCents: number;
  approved: boolean;
  changesRequested: boolean;
};
export type ItemFacts = { name: string; isOpen: boolean; isReturned: boolean; differsFrom: string | null };
export type SelectionFacts = { items: ItemFacts[] };
export type AppointmentFacts = Pick<
  typeof appointments.$inferSelect,
  "state" | "startsAt" | "endsAt" | "place" | "zone" | "sequence"
>;

export type InvoiceMoney = Pick<
  typeof invoices.$inferSelect,
  "totalCents" | "paidCents" | "pendingCents" | "waivedCents" | "depositCents" | "depositDueOn" | "disputedAt"
> & {
  /** The day of its last money, in the business’s own zone, once nothing is left to pay. */
  settledOn: string | null;
};

type Which = { id: string; kind: DocumentKind }[];

/** The facts of these documents as one client sees them; a kind that is not among them costs no query. */
export async function readFacts(
  tx: Tx,
  { actor }: DocumentScope,
  documents: Which,
): Promise<(id: string) => Facts> {
  const read = <F>(kind: DocumentKind, from: (ids: string[]) => Promise<Map<string, F>>) => {
    const ids = [...new Set(documents.flatMap((each) => (each.kind === kind ? each.id : [])))];
    return ids.length > 0 ? from(ids) : new Map<string, F>();
  };
  const [contract, scope, selections, appointment, invoice] = await Promise.all([
    read("contract", (ids) => readContracts(tx, actor, ids)),
    read("scope", (ids) => readScopes(tx, ids)),
    read("selections", (ids) => readSelections(tx, actor, ids)),
    read("appointment", (ids) => readAppointments(tx, ids)),
    read("invoice", (ids) => readInvoices(tx, ids)),
  ]);
  return (id) => ({
    contract: contract.get(id),
    scope: scope.get(id),
    selections: selections.get(id),
    appointment: appointment.get(id),
    invoice: invoice.get(id),
  });
}

type Actor = DocumentScope["actor"];

async function readContracts(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, ContractFacts>> {
  const rows = await tx
    .select({ contract: contracts, signee: contractSignees })
    .from(contracts)
    .leftJoin(contractSignees, eq(contractSignees.documentId, contracts.documentId))
    .where(inArray(contracts.documentId, ids))
    .orderBy(asc(contractSignees.place), asc(contractSignees.name));
  const isOwn = await ownPlaces(tx, actor);
  const found = new Map<string, ContractFacts>();
  for (const { contract, signee } of rows) {
    const { sealedAt, order, documentId } = contract;
    const facts = found.get(documentId) ?? { sealed: sealedAt !== null, order, signees: [] };
    if (signee) facts.signees.push(signeeFacts(signee, { isYou: isOwn(signee), actor }));
    found.set(documentId, facts);
  }
  return found;
}

const signeeFacts = (
  signee: typeof contractSignees.$inferSelect,
  { isYou, actor }: { isYou: boolean; actor: Actor },
): SigneeFacts => ({
  name: signee.name,
  isYou,
  isRenamed: isYou && signee.name !== actor.name,
  isOffice: signee.memberId !== null,
  place: signee.place,
  confirmed: signee.confirmedAt !== null,
  declined: signee.declinedAt !== null,
});

/** Of each scope the newest revision that was sent, with what it comes to. */
async function readScopes(tx: Tx, ids: string[]): Promise<Map<string, ScopeFacts>> {
  const rows = await tx.execute<{ id: string; facts: ScopeFacts }>(sql`
    select distinct on (r.document_id) r.document_id as id, json_build_object('revision', r.number,
      'lines', l.lines, 'totalCents', l.total, 'approved', r.approved_at is not null,
      'changesRequested', r.changes_requested_at is not null) as facts
    from scope_revisions r cross join lateral (select count(*) as lines, coalesce(sum(amount_cents), 0) as total
      from scope_lines l where l.document_id = r.document_id and l.revision = r.number) l
    where r.sent_at is not null and r.document_id in ${ids}
    order by r.document_id, r.number desc`);
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

async function readSelections(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, SelectionFacts>> {
  const rows = await tx
    .select({ item: selectionItems, choice: selectionChoices, partner: contacts.partnerName })
    .from(selectionItems)
    .leftJoin(
      selectionChoices,
      and(eq(selectionChoices.itemId, selectionItems.id), eq(selectionChoices.contactId, actor.contactId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.id, selectionChoices.contactId), eq(contacts.tenantId, selectionChoices.tenantId)),
    )
    .where(inArray(selectionItems.documentId, ids))
    .orderBy(asc(selectionItems.place), asc(selectionItems.id));
  const choicesOf = new Map<Item, Choice[]>();
  const items = new Map<string, Item>();
  for (const { item, choice, partner } of rows) {
    const one = items.get(item.id) ?? item;
    items.set(item.id, one);
    choicesOf.set(one, [
      ...(choicesOf.get(one) ?? []),
      ...(choice && isTheirs(choice, partner) ? [choice] : []),
    ]);
  }
  const found = new Map<string, SelectionFacts>();
  for (const [item, choices] of choicesOf) {
    const facts = found.get(item.documentId) ?? { items: [] };
    facts.items.push(itemFacts(item, choices, actor));
    found.set(item.documentId, facts);
  }
  return found;
}

type Item = typeof selectionItems.$inferSelect;
type Choice = typeof selectionChoices.$inferSelect;

/** An item is open while neither of the two has chosen or skipped it; where both have, and not the same, they differ. */
function itemFacts(item: Item, choices: Choice[], actor: Actor): ItemFacts {
  const { name } = item;
  const decided = choices.filter(({ optionId, skipped }) => optionId !== null || skipped);
  const mine = decided.find(({ person }) => person === actor.person);
  const theirs = decided.find(({ person }) => person !== actor.person);
  const isPending = item.state === "pending";
  const differs =
    mine && theirs && (mine.optionId !== theirs.optionId || mine.skipped !== theirs.skipped) ? theirs : null;
  return {
    name,
    isOpen: isPending && decided.length === 0,
    isReturned: isPending && item.returned !== null,
    differsFrom: isPending && differs ? differs.name : null,
  };
}

async function readAppointments(tx: Tx, ids: string[]): Promise<Map<string, AppointmentFacts>> {
  const rows = await tx.select().from(appointments).where(inArray(appointments.documentId, ids));
  return new Map(rows.map((row) => [row.documentId, row]));
}

async function readInvoices(tx: Tx, ids: string[]): Promise<Map<string, InvoiceMoney>> {
  const [tenant] = await tx.select({ zone: tenants.timeZone }).from(tenants);
  const settled = settledDay(sql`invoices.document_id`, sql`invoices.paid_at`, tenant?.zone ?? "UTC");
  const settledOn = sql<string | null>`case when invoices.paid_at is not null then ${settled} end::text`;
  const rows = await tx
    .select({ ...getTableColumns(invoices), settledOn })
    .from(invoices)
    .where(inArray(invoices.documentId, ids));
  return new Map(rows.map((row) => [row.documentId, row]));
}
