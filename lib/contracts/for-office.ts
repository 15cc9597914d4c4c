import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { recently } from "@/lib/dates";
import type { Document } from "@/lib/documents/trunk";
import { addressWords } from "@/lib/people/client-addresses";
import { type Progress, readProgress } from "@/lib/people/link-progress";
import { homeCountry } from "@/lib/people/phone";
import { isSignedBy, type Signee, type Standing, standingOf } from "./contract";
import { fieldValues } from "./field-values";
import { fieldProblems, fields, fillIn } from "./fields";
import { signeeView } from "./for-client";
import { type ContactPerson, peopleIn, peopleOf, personKey, whyUnreached } from "./people";
import { templateChoices } from "./templates";
import { decliner, hasSigned, isClientsSignee, whoseTurn } from "./turns";
import type { Candidate, ContractDraft, OfficeSignee, SealedContract } from "./views";

/** A contract as the office sees it: as a draft while its text may change, and as it was sealed from then on. */
export type OfficeContract = { draft: ContractDraft; sealed: null } | { draft: null; sealed: SealedContract };

/** Undefined for an id that is no contract of this business. */
export async function readOfficeContract(
  scope: StaffScope,
  id: string,
  now: Date,
): Promise<OfficeContract | undefined> {
  return inTenant(scope, async (tx) => {
    const which = and(eq(documents.id, id), eq(documents.kind, "contract"));
    const [document] = await tx.select().from(documents).where(which);
    if (!document) return undefined;
    const standing = await standingOf(tx, id);
    return standing.contract.sealedText
      ? { draft: null, sealed: await sealedOf(tx, scope, { document, standing, now }) }
      : { draft: await draftOf(tx, document, standing, now), sealed: null };
  });
}

async function draftOf(tx: Tx, document: Document, standing: Standing, now: Date): Promise<ContractDraft> {
  const values = await fieldValues(tx, document, now);
  const filled = fillIn(document.body.trim(), values);
  const candidates = await candidatesOf(tx, document, standing);
  return {
    order: standing.contract.order,
    candidates,
    problems: [
      ...(filled.text === "" ? ["It says nothing yet."] : []),
      ...fieldProblems(filled),
      ...(candidates.some(({ signs }) => signs) ? [] : ["Nobody signs it yet."]),
    ],
    preview: filled.text,
    templates: filled.text === "" ? await templateChoices(tx) : [],
    fields: Object.entries(fields).map(([name, stands]) => ({
      name,
      stands,
      value: values[name as keyof typeof values],
    })),
  };
}

/** The client’s two people, and whoever else was added: those who sign first, in their order. */
async function candidatesOf(tx: Tx, document: Document, { signees }: Standing): Promise<Candidate[]> {
  const [client] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  const people = await peopleOf(tx, signees);
  const country = await homeCountry(tx);
  const reachOf = (person: ContactPerson | undefined) => {
    if (!person?.addresses[0]) return "No address: no link can be sent";
    return person.active ? addressWords(person.addresses[0], country) : "Not active: no link can be sent";
  };
  const signing = signees.filter(isClientsSignee).map((signee) => {
    const person = people.get(personKey(signee));
    const { role, place } = signee;
    return {
      ...{ key: personKey(signee), role, place, signs: true },
      ...{ name: person?.name ?? signee.name, reach: reachOf(person) },
    };
  });
  const others = (client ? peopleIn(client) : [])
    .filter((person) => !signing.some(({ key }) => key === personKey(person)))
    .map((person, at) => ({
      ...{ key: personKey(person), name: person.name, role: "", signs: false, reach: reachOf(person) },
      place: signing.length + at + 1,
    }));
  return [...signing, ...others];
}

type Reading = { document: Document; standing: Standing; now: Date };

async function sealedOf(tx: Tx, scope: StaffScope, reading: Reading): Promise<SealedContract> {
  const { document, standing, now } = reading;
  const { contract, signees } = standing;
  const [shop] = await tx.select().from(tenants);
  if (!shop) throw new Error("A session's business is gone.");
  const people = await peopleOf(tx, signees);
  const progress = await readProgress(tx, eq(links.documentId, document.id), now);
  const country = await homeCountry(tx);
  const stops = decliner(signees) !== undefined || document.closedAt !== null;
  const when = (at: Date) => recently(at, shop.timeZone, now, shop.locale);
  const addressOf = (address: string) => ({
    ...{ address, words: addressWords(address, country), progress: progressIn(progress, address, when) },
    channel: address.includes("@") ? ("email" as const) : ("sms" as const),
  });
  const turn = stops ? [] : whoseTurn(signees, contract.order);
  const isDue = (signee: Signee) => !stops && (contract.completedAt !== null || turn.includes(signee));
  const view = (signee: Signee): OfficeSignee => ({
    ...signeeView(signee, standing, { shop, isMe: false }),
    declineReason: signee.declineReason,
    unreached: turn.includes(signee) ? whyUnreached(signee, people.get(personKey(signee))) : null,
    addresses: isDue(signee) ? (people.get(personKey(signee))?.addresses ?? []).map(addressOf) : [],
  });
  const ordered = [...signees].sort((a, b) => Number(hasOffice(a)) - Number(hasOffice(b)));
  return {
    text: contract.sealedText ?? "",
    sha256: contract.sealedSha256?.toString("hex") ?? "",
    signees: ordered.map(view),
    countersign: stops || isSignedBy(standing).office ? null : { name: scope.actor.name },
    standing: contract.completedAt ? "complete" : document.closedAt ? "void" : "open",
  };
}

const hasOffice = (signee: Signee) => !isClientsSignee(signee) && hasSigned(signee);

function progressIn(all: Progress[], address: string, when: (at: Date) => string) {
  const found = all.find((each) => each.address === address);
  return found ? { state: found.state, when: when(found.at), reason: found.reason } : null;
}
