import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/storage";
import type { ContractorScope } from "@/lib/auth/scope";
import { overCentsOf } from "@/lib/bills/earlier";
import { parseCents } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptFile } from "@/lib/storage/accept";
import { dropStaged, keepStaged } from "@/lib/storage/files";
import { isUuid } from "@/lib/uuid";
import { type SentInvoice, sendInvoice } from "./contractor-invoice";
import { moveWorkOrder } from "./move";
import type { invoiceForm, invoiceUpload } from "./sent";
import type { StagedFile } from "./views";

type Sent = z.output<typeof invoiceForm>;

/** Takes in a file that a contractor sends ahead of its form. Refuses what is no document or photo, and too many of them. */
export function stageFile(scope: ContractorScope, file: File): Promise<Outcome<StagedFile>> {
  return keepStaged(scope, file, scope.actor.linkId, acceptFile);
}

/** A file that waits for the form which it was sent ahead of; none that belongs to something already, or is another's. */
export async function findStaged(scope: ContractorScope, id: string): Promise<StagedFile | undefined> {
  if (!isUuid(id)) return undefined;
  return inTenant(scope, async (tx) => {
    const [file] = await tx
      .select({ id: files.id, name: files.name, size: files.size })
      .from(files)
      .where(and(eq(files.id, id), eq(files.stagedBy, scope.actor.linkId)));
    return file;
  });
}

/** Takes the invoice of a form, if there is one. */
export async function takeInvoice(scope: ContractorScope, sent: Sent): Promise<Outcome<unknown>> {
  const read = await readInvoice(scope, sent);
  return read.ok && read.value ? sendInvoice(scope, read.value) : read;
}

/** Marks a job done, with its invoice where one was sent: the same form again changes nothing. */
export async function finishJob(scope: ContractorScope, sent: Sent): Promise<Outcome<unknown>> {
  const read = await readInvoice(scope, sent);
  return read.ok ? moveWorkOrder(scope, { action: "COMPLETE", invoice: read.value }) : read;
}

/** What a form says of an invoice; a file without an amount, or an amount without a file, is refused. */
async function readInvoice(scope: ContractorScope, sent: Sent): Promise<Outcome<SentInvoice | undefined>> {
  const file = [sent.file, sent.photo].find((each) => each instanceof File && each.size > 0);
  if (!sent.fileId && !(file instanceof File)) {
    if (!sent.amount?.trim()) return done(undefined);
    return refuse("invalid", {
      field: "file",
      sentence: "Choose your invoice file, or leave the total empty.",
    });
  }
  const amountCents = parseCents(sent.amount ?? "");
  if (amountCents === undefined)
    return refuse("invalid", {
      field: "amount",
      sentence: "Type the invoice total as an amount, like 418.00.",
    });
  const staged = sent.fileId ? done({ id: sent.fileId }) : await stageFile(scope, file as File);
  if (!staged.ok) return staged;
  return done({
    fileId: staged.value.id,
    amountCents,
    number: sent.number ?? null,
    note: sent.note ?? "",
  });
}

/** An invoice through the API: its file and its amount at once. Answers with how it stands against the ceiling. */
export async function uploadInvoice(scope: ContractorScope, sent: z.output<typeof invoiceUpload>) {
  const staged = await stageFile(scope, sent.file);
  if (!staged.ok) return staged;
  const { amountCents, number = null, note = "" } = sent;
  const invoice = await sendInvoice(scope, { fileId: staged.value.id, amountCents, number, note });
  await dropStaged(scope, [staged.value.id]);
  if (!invoice.ok) return invoice;
  const { id, state, paidOn, currency, ceilingCents } = invoice.value;
  return done({
    id,
    number,
    amountCents,
    currency,
    fileName: staged.value.name,
    state,
    paidOn,
    overCents: await inTenant(scope, (tx) => overCentsOf(tx, id, ceilingCents)),
  });
}
