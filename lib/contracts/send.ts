import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { type Document, lockDocument, officeDid } from "@/lib/documents/trunk";
import { theSystem } from "@/lib/events/record";
import { sendLink } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sendFromOffice } from "@/lib/people/reach";
import { type Signee, standingOf } from "./contract";
import { byAddress, type ContactPerson, peopleOf, personKey, whyUnreached } from "./people";
import { type Ready, readyToSend } from "./ready";
import { whoseTurn } from "./turns";

/** Which contract, and to whom of those who sign it; to everybody whose turn it is unless said. */
export type ContractSending = {
  id: string;
  /** Of the draft that was shown; missing for one that is sealed. */
  version?: number | undefined;
  signeeId?: string | undefined;
  address?: string | undefined;
};

/**
 * Sends a contract to those who may sign it now, each by a link of their own to an address of their own. What it is sealed
 * as is undone where one of them can't be sent it. Refuses as sealing does, and to send to somebody whose turn it is not; and a draft that
 * somebody changed since it was shown.
 */
export async function sendContract(scope: StaffScope, sending: ContractSending): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, sending.id, "contract");
    if (!locked.ok) return locked;
    if (sending.version !== undefined && sending.version !== locked.value.version) {
      const { contract } = await standingOf(tx, sending.id);
      if (!contract.sealedText) return refuse("stale", { sentence: changedSince });
    }
    return sendToSignees(tx, scope, locked.value, sending);
  });
}

const changedSince =
  "Somebody changed this since you opened the page, so nothing was sent. Look it over, and send it again.";

/** In the caller's transaction, with the trunk locked. */
export function sendToSignees(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  { signeeId, address }: Pick<ContractSending, "signeeId" | "address">,
): Promise<Outcome<Document>> {
  return orUndone(tx, async (inner) => {
    const ready = await readyToSend(inner, scope, document);
    if (!ready.ok) return ready;
    const { contract, signees } = await standingOf(inner, document.id);
    const now = contract.completedAt ? signees : whoseTurn(signees, contract.order);
    const chosen = now.filter(({ id }) => signeeId === undefined || id === signeeId);
    if (chosen.length === 0) return refuse("not-allowed-now", { sentence: nobodyNow });
    const people = await peopleOf(inner, chosen);
    for (const signee of byAddress(chosen, people)) {
      const person = people.get(personKey(signee));
      if (person && person.name !== signee.name)
        return refuse("not-allowed-now", { sentence: namesAnother(signee.name) });
      const sent = await sendToOne(inner, scope, person, {
        document,
        ready: ready.value,
        address,
      });
      if (!sent.ok) return named(signee, sent);
    }
    await officeDid(inner, document.id, "undelivered");
    return done(document);
  });
}

const namesAnother = (name: string) =>
  `This contract names ${name}, who is called something else now. Choose “Change the text” first.`;

const nobodyNow = "It isn’t their turn to sign now, so nothing was sent.";

type OneSending = { document: Document; ready: Ready; address: string | undefined };

async function sendToOne(
  tx: Tx,
  scope: StaffScope,
  person: ContactPerson | undefined,
  { document, ready, address }: OneSending,
): Promise<Outcome<unknown>> {
  const to = address ?? person?.addresses[0];
  if (!person || !to || !person.addresses.includes(to)) return refuse("no-address");
  const what = { purpose: "contract-signature", document, ...ready } as const;
  return sendFromOffice(tx, scope, { contact: person.contact, address: to }, what);
}

/** Of several people a refusal says whom it is about. */
function named({ name }: Signee, refused: Exclude<Outcome<unknown>, { ok: true }>): Outcome<never> {
  const why = refused.detail.sentence ?? unsendable[refused.reason] ?? "No link could be sent.";
  return refuse(refused.reason, { ...refused.detail, sentence: `${name}: ${why}` });
}

const unsendable: Partial<Record<string, string>> = {
  "no-address": "there is no address to send to.",
  "contact-inactive": "they are not active, so no link can be sent.",
};

/**
 * Sends a link to those whose turn came with what was just confirmed, by itself. Answers with the names of those whom none
 * could be sent to, for the office to hear of.
 */
export async function sendToNext(tx: Tx, document: Document, next: Signee[]): Promise<string[]> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A contract's business is gone.");
  const people = await peopleOf(tx, next);
  const unsent: string[] = [];
  for (const signee of byAddress(next, people)) {
    const person = people.get(personKey(signee));
    const address = person?.addresses[0];
    const channel = address?.includes("@") ? "email" : "sms";
    const what = { purpose: "contract-signature", document, by: theSystem } as const;
    const sent =
      person && address && !whyUnreached(signee, person)
        ? await sendLink(tx, { tenant, contact: person.contact, channel, address }, what)
        : undefined;
    if (!sent?.ok) unsent.push(signee.name);
  }
  return unsent;
}
