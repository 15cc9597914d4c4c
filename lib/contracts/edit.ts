import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import { contractSignees } from "@/db/schema/contracts";
import { documents } from "@/db/schema/documents";
import type { Person, StaffScope } from "@/lib/auth/scope";
import { changedMeanwhile, countChange, type Document, lockDocument, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { setContract, standingOf } from "./contract";
import { peopleOf, personKey } from "./people";
import { sendToSignees } from "./send";
import type { contractForm } from "./sent";
import { readTemplate, saveAsTemplate } from "./templates";

/** A contract’s draft, as its form sent it. */
export type ContractEdit = z.output<typeof contractForm>;

/**
 * Keeps a contract’s draft, and sends it, or makes a template of it, where `next` says so. Refuses one that is sealed, and a
 * form that was filled in before somebody else’s change; to send, as `sendContract` does, and a template’s name that is
 * taken: the draft is kept all the same.
 */
export async function saveContract(scope: StaffScope, edit: ContractEdit): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockUnsealed(tx, edit);
    if (!locked.ok) return locked;
    const { title, body, order, next } = edit;
    const [saved] = await tx
      .update(documents)
      .set({ title, body, version: sql`${documents.version} + 1` })
      .where(eq(documents.id, edit.id))
      .returning();
    if (!saved) return refuse("not-found");
    await setContract(tx, saved, { order });
    await replaceSignees(tx, saved, edit);
    await tellEdit(tx, scope, saved);
    if (next === "template") {
      const template = await saveAsTemplate(tx, scope, { name: title, body });
      // The draft is kept all the same, so the page needs its new version.
      if (!template.ok) return refuse("busy", { sentence: template.detail.sentence ?? "" });
    }
    if (next !== "send") return done(saved);
    return sendToSignees(tx, scope, saved, {});
  });
}

/** Locks a contract whose text may still change, as this version of it was read: a draft, or one that was taken back. */
async function lockUnsealed(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<Outcome<Document>> {
  const locked = await lockDocument(tx, id, "contract");
  if (!locked.ok) return locked;
  const { contract } = await standingOf(tx, id);
  if (contract.sealedText) return refuse("not-allowed-now", { sentence: sealed });
  return locked.value.version === version ? locked : refuse("stale", { sentence: changedMeanwhile });
}

const sealed = "It was sent, so its text stays as it is. Choose “Change the text” to take it back.";

/** Writes down who signs, as the form had them. Whoever it named and did not tick stays out. */
async function replaceSignees(tx: Tx, document: Document, edit: ContractEdit): Promise<void> {
  const ticked = new Set(edit.signs);
  const rows = edit.person.flatMap((key, at) => {
    const [contactId = "", person] = key.split(":") as [string, Person];
    const taken = { contactId, person, role: edit.role[at] ?? "", place: edit.place[at] ?? at + 1 };
    return ticked.has(key) ? [taken] : [];
  });
  const people = await peopleOf(tx, rows);
  const { signees } = await standingOf(tx, document.id);
  const before = new Map(signees.map((signee) => [personKey(signee), signee.name]));
  const known = rows.flatMap((row) => {
    // Whoever lost their address stays named: sealing says that they can’t be reached.
    const person = people.get(personKey(row));
    const name = person?.contact.kind === "client" ? person.name : before.get(personKey(row));
    return name ? [{ ...row, name, documentId: document.id }] : [];
  });
  const ofClients = and(eq(contractSignees.documentId, document.id), isNull(contractSignees.memberId));
  await tx.delete(contractSignees).where(ofClients);
  if (known.length > 0) await tx.insert(contractSignees).values(known).onConflictDoNothing();
}

type NewSignee = { id: string; contactId: string; person: Person };

/** Adds somebody who signs: any client of this business, or their partner. Refuses who can’t be reached. */
export async function addSignee(scope: StaffScope, added: NewSignee): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, added.id, "contract");
    if (!locked.ok) return locked;
    const { contract, signees } = await standingOf(tx, added.id);
    if (contract.sealedText) return refuse("not-allowed-now", { sentence: sealed });
    const person = (await peopleOf(tx, [added])).get(personKey(added));
    if (person?.contact.kind !== "client" || person.addresses.length === 0) {
      return refuse("invalid", { field: "contactId", sentence: unreachable });
    }
    const { contactId, name } = person;
    const place = Math.max(0, ...signees.map((each) => (each.memberId ? 0 : each.place))) + 1;
    await tx
      .insert(contractSignees)
      .values({ documentId: added.id, contactId, person: person.person, name, place })
      .onConflictDoNothing();
    await countChange(tx, added.id);
    await tellEdit(tx, scope, locked.value, `${name} signs it too`);
    return locked;
  });
}

const unreachable = "Choose a client who has an email address or a phone.";

type Beginning = { id: string; version: number; templateId: string };

/** Begins a draft that says nothing yet from a template. Refuses as `saveContract` does, and a draft with a text. */
export async function beginFromTemplate(scope: StaffScope, from: Beginning): Promise<Outcome<Document>> {
  const template = await readTemplate(scope, from.templateId);
  if (!template.ok) return template;
  return inTenant(scope, async (tx) => {
    const locked = await lockUnsealed(tx, from);
    if (!locked.ok) return locked;
    if (locked.value.body.trim() !== "") return refuse("not-allowed-now", { sentence: hasText });
    const change = { body: template.value.body, version: sql`${documents.version} + 1` };
    await tx.update(documents).set(change).where(eq(documents.id, from.id));
    return locked;
  });
}

const hasText = "It has a text already. Empty it first, so that nothing is lost by accident.";
