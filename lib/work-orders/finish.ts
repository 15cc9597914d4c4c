import type { z } from "zod";
import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { acceptFile } from "@/lib/storage/accept";
import { keepFile, roomFor } from "@/lib/storage/files";
import { sendInvoice } from "./contractor-invoice";
import { moveWorkOrder } from "./move";
import { invoiceAmount, type invoiceForm, type invoiceUpload } from "./sent";

type Sent = z.output<typeof invoiceForm>;

/** Takes in a file that a contractor sends ahead of its form. Refuses what is no document or photo, and too many of them. */
export async function stageFile(
  scope: ContractorScope,
  file: File,
): Promise<Outcome<{ id: string; name: string; size: number }>> {
  const room = await roomFor(scope, scope.actor.linkId, file.size);
  if (!room.ok) return room;
  const accepted = await acceptFile(file);
  if (!accepted.ok) return accepted;
  const { id } = await keepFile(scope, accepted.value, scope.actor.linkId);
  return done({ id, name: accepted.value.name, size: accepted.value.content.length });
}

/** The invoice of a form, if there is one; a file without an amount, or an amount without a file, is refused. */
export async function takeInvoice(
  scope: ContractorScope,
  sent: Sent,
): Promise<Outcome<{ invoiceId: string | null }>> {
  const file = [sent.file, sent.photo].find((each) => each instanceof File && each.size > 0);
  if (!sent.fileId && !(file instanceof File)) {
    if (!sent.amount?.trim()) return done({ invoiceId: null });
    return refuse("invalid", {
      field: "file",
      sentence: "Choose your invoice file, or leave the total empty.",
    });
  }
  const amount = invoiceAmount.safeParse(sent.amount ?? "");
  if (!amount.success)
    return refuse("invalid", {
      field: "amount",
      sentence: "Type the invoice total in dollars, like 418.00.",
    });
  const staged = sent.fileId ? done({ id: sent.fileId }) : await stageFile(scope, file as File);
  if (!staged.ok) return staged;
  const invoice = await sendInvoice(scope, {
    fileId: staged.value.id,
    amountCents: amount.data,
    number: sent.number ?? null,
    note: sent.note ?? "",
  });
  return invoice.ok ? done({ invoiceId: invoice.value.id }) : invoice;
}

/** Marks a job done, with its invoice where one was sent. */
export async function finishJob(scope: ContractorScope, sent: Sent): Promise<Outcome<unknown>> {
  const taken = await takeInvoice(scope, sent);
  if (!taken.ok) return taken;
  return moveWorkOrder(scope, { action: "COMPLETE", invoiceId: taken.value.invoiceId });
}

/** An invoice through the API: its file and its amount at once. Answers with how it stands against the ceiling. */
export async function uploadInvoice(scope: ContractorScope, sent: z.output<typeof invoiceUpload>) {
  const staged = await stageFile(scope, sent.file);
  if (!staged.ok) return staged;
  const { amountCents, number = null, note = "" } = sent;
  const invoice = await sendInvoice(scope, { fileId: staged.value.id, amountCents, number, note });
  if (!invoice.ok) return invoice;
  const { id, state, currency, ceilingCents } = invoice.value;
  return done({
    id,
    number,
    amountCents,
    currency,
    fileName: staged.value.name,
    state,
    overCents: ceilingCents === null ? 0 : Math.max(0, amountCents - ceilingCents),
  });
}
