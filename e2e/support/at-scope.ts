import { expect } from "vitest";
import type { AtDocument } from "@/lib/auth/scope";
import { sendDocument } from "@/lib/documents/send";
import { typedAmount } from "@/lib/money";
import { saveComment } from "@/lib/scopes/comment";
import { reviseScope, saveDraft } from "@/lib/scopes/draft";
import { draftForm } from "@/lib/scopes/sent";
import type { ScopeLine } from "@/lib/scopes/views";
import { database, readwell, sam } from "./at-readwell";
import { makeDocument } from "./clients";

/** What the tests of scopes do at the Readwell of `eachAtReadwell`, as its people would. */

/** A scope of eight lines, sent to Ellen and to Tom. */
export async function sentScope(): Promise<string> {
  const id = await makeDocument(database.owner, readwell, "scope", { draft: true });
  for (const address of [readwell.address.ellen, readwell.address.tom])
    expect(await sendDocument(sam, { documentId: id, address })).toMatchObject({ ok: true });
  return id;
}

/** The lines of one revision, in their order. */
export const linesOf = async (id: string, revision: number) => {
  const rows = await database.owner<ScopeLine[]>`
    select key, "group", words, amount_cents::int as "amountCents" from scope_lines
    where document_id = ${id} and revision = ${revision} order by place`;
  return [...rows];
};

/** What the document waits for. */
export const trunkOf = async (id: string) => {
  const [row] = await database.owner`
    select version, answered_as as "answeredAs", waits_for as "waitsFor" from documents where id = ${id}`;
  return row as { version: number; answeredAs: string | null; waitsFor: string | null };
};

/** Saves the draft as its form would, with these lines. */
export async function save(id: string, lines: ScopeLine[], act = "", more: Record<string, string> = {}) {
  const { version } = await trunkOf(id);
  const fields: Record<string, string> = { id, version: String(version), act, ...more };
  let group: string | undefined;
  for (const [place, line] of lines.entries()) {
    if (line.group !== group) fields[`group.${place}`] = line.group;
    group = line.group;
    fields[`words.${line.key}`] = line.words;
    fields[`amount.${line.key}`] = typedAmount(line.amountCents);
  }
  return saveDraft(sam, draftForm.parse(fields));
}

/** Writes and sends the next revision, with other lines. */
export async function sendNext(id: string, change: (lines: ScopeLine[]) => ScopeLine[] = (lines) => lines) {
  const begun = await reviseScope(sam, { documentId: id });
  if (!begun.ok) throw new Error(begun.reason);
  const sent = await save(id, change(await linesOf(id, begun.value.number)), "send");
  expect(sent).toMatchObject({ ok: true });
  return begun.value.number;
}

/** Writes a comment on a line. */
export const comment = (scope: AtDocument, line: string, words: string, revision = 1) =>
  saveComment(scope, { line, words, revision, act: "save" });

/** Why an address was written to, the first message first. */
export const messagesTo = (address: string) => database.owner<
  { occasion: string; revision: string | null }[]
>`
  select detail->>'occasion' as occasion, detail->>'revision' as revision from messages
  where tenant_id = ${readwell.tenantId} and address = ${address} order by queued_at`;
