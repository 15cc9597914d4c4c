import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractSignees } from "@/db/schema/contracts";
import type { StaffScope } from "@/lib/auth/scope";
import { notPassed } from "@/lib/documents/day-passed";
import { type Document, tell } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { type Signee, type Standing, setContract } from "./contract";
import { filledText } from "./field-values";
import { fieldProblems } from "./fields";
import { peopleOf, personKey } from "./people";
import { isClientsSignee } from "./turns";

/**
 * Seals a contract as it is sent: its fields are filled in, and this text alone is what can be signed, told by its SHA-256.
 * Refuses a day to answer by that has passed, an empty text, a field that can't be filled in, a contract that nobody signs,
 * and a signee who can't be reached.
 */
export async function seal(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  { signees }: Standing,
): Promise<Outcome<null>> {
  const inTime = await notPassed(tx, document.dueOn);
  if (!inTime.ok) return inTime;
  const now = await moment(tx);
  const filled = await filledText(tx, document, now);
  if (filled.text === "") return notReady("It says nothing yet. Write the text first.");
  const [problem] = fieldProblems(filled);
  if (problem) return notReady(problem);
  const named = await nameSignees(tx, signees.filter(isClientsSignee));
  if (!named.ok) return named;
  await setContract(tx, document, {
    sealedText: filled.text,
    sealedSha256: sha256(filled.text),
    sealedAt: now,
  });
  await tell(tx, scope, { kind: "contract.sealed", document });
  return done(null);
}

const notReady = (sentence: string) => refuse("not-allowed-now", { sentence });

async function moment(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ ms: number }>(sql`select extract(epoch from now())::float8 * 1000 as ms`);
  return new Date(Math.floor(row?.ms ?? Number.NaN));
}

/** Writes down what everybody who signs is called now. */
async function nameSignees(tx: Tx, signees: Signee[]): Promise<Outcome<null>> {
  if (signees.length === 0) return notReady("Nobody signs it yet. Choose who does.");
  const people = await peopleOf(tx, signees);
  for (const { id, name, contactId, person } of signees) {
    const known = people.get(personKey({ contactId, person }));
    if (!known || known.addresses.length === 0) {
      return notReady(`${name} can’t be reached. Add an address to the client, or take ${name} out.`);
    }
    if (!known.active) return notReady(`${name} is not active, so no link can be sent.`);
    await tx.update(contractSignees).set({ name: known.name }).where(eq(contractSignees.id, id));
  }
  return done(null);
}
