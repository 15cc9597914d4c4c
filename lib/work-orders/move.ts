import { and, desc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { threadEntries } from "@/db/schema/work-orders";
import type { ContractorScope } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { putInvoice, type SentInvoice } from "./contractor-invoice";
import { type ContractorAction, isRepeat, next, type Status } from "./machine";
import { tellOffice } from "./thread";
import { lockJob, tell, type WorkOrder, write } from "./work-order";

/** What a contractor sends with a move. `at` is when it was tapped, where that was before it could be sent. */
export type Move = {
  action: ContractorAction;
  scheduledFor?: Date | undefined;
  question?: string | undefined;
  reason?: string | undefined;
  at?: Date | undefined;
  /** The invoice that comes with COMPLETE: both are one transaction, and one sentence of the story. */
  invoice?: SentInvoice | undefined;
};

const happenings: Record<ContractorAction, HappeningKind> = {
  ACCEPT: "work-order.accepted",
  DECLINE: "work-order.declined",
  SCHEDULE: "work-order.scheduled",
  ON_SITE: "work-order.on-site",
  COMPLETE: "work-order.completed",
  QUESTION: "work-order.question",
};

/**
 * Moves a job, as the machine allows: row lock, state, happening and follow-up in one transaction. The same move again
 * gives the same answer. Refuses an illegal one with the state now, a time that has passed, and what a move lacks.
 */
export async function moveWorkOrder(
  scope: ContractorScope,
  move: Move,
  now = new Date(),
): Promise<Outcome<{ status: Status }>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockJob(tx, scope);
    if (!locked.ok) return locked;
    const order = locked.value;
    const invoiced = move.invoice ? await putInvoice(tx, scope, order, move.invoice) : done(null);
    if (!invoiced.ok) return invoiced;
    if (await isSameAgain(tx, order, move)) return done({ status: order.status });
    const to = next(order.status, move.action);
    if (!to) return refuse("not-allowed-now", { status: order.status });
    const lacking = whatItLacks(move, now);
    if (lacking) return lacking;
    const at = tappedAt(move.at, order, now);
    const moved = await write(tx, order, { status: to, ...milestone(move, at, order) }, true);
    const asked = move.action === "QUESTION" && move.question;
    const entry = asked ? await ask(tx, scope, order, asked) : {};
    const invoice = invoiced.value && { invoiceId: invoiced.value.id };
    const detail = { at: at.toISOString(), ...said(move), ...entry, ...invoice };
    await tell(tx, scope, moved, { kind: happenings[move.action], detail, linkId: scope.actor.linkId });
    return done({ status: to });
  });
}

/** The machine says it for states; a time already chosen and a question already asked are repeats as well. */
async function isSameAgain(tx: Tx, order: WorkOrder, move: Move): Promise<boolean> {
  if (move.action === "SCHEDULE") {
    return order.status === "SCHEDULED" && order.scheduledFor?.getTime() === move.scheduledFor?.getTime();
  }
  if (move.action !== "QUESTION") return isRepeat(order.status, move.action);
  // A new dispatch lets nothing of the former one wait: the same words are then a new question.
  if (!order.questionAt) return false;
  const [last] = await tx
    .select({ from: threadEntries.from, text: threadEntries.text })
    .from(threadEntries)
    .where(and(eq(threadEntries.workOrderId, order.id)))
    .orderBy(desc(threadEntries.createdAt))
    .limit(1);
  return last?.from === "contractor" && last.text === move.question;
}

function whatItLacks(move: Move, now: Date) {
  if (move.action === "QUESTION" && !move.question) {
    return refuse("invalid", { field: "question", sentence: "Write your question first." });
  }
  if (move.action !== "SCHEDULE") return undefined;
  if (!move.scheduledFor)
    return refuse("invalid", { field: "scheduledFor", sentence: "Choose a day and a time." });
  if (move.scheduledFor.getTime() < now.getTime() - 60_000)
    return refuse("date-in-the-past", { field: "scheduledFor" });
  if (move.scheduledFor.getTime() > now.getTime() + 366 * 24 * 3_600_000) {
    return refuse("invalid", { field: "scheduledFor", sentence: "Choose a day within a year." });
  }
  return undefined;
}

/** A tap keeps its own time, as long as that lies between the dispatch and now. */
export function tappedAt(at: Date | undefined, order: WorkOrder, now: Date): Date {
  if (!at || at > now || (order.dispatchedAt && at < order.dispatchedAt)) return now;
  return at;
}

function milestone(move: Move, at: Date, order: WorkOrder): Partial<WorkOrder> {
  switch (move.action) {
    case "ACCEPT":
      return { acceptedAt: at };
    case "SCHEDULE":
      return { scheduledFor: move.scheduledFor ?? null, acceptedAt: order.acceptedAt ?? at };
    case "ON_SITE":
      return { onSiteAt: at };
    case "COMPLETE":
      return { completedAt: at };
    case "DECLINE":
      return { declinedAt: at, declineReason: move.reason ?? null };
    case "QUESTION":
      return { questionAt: order.questionAt ?? at };
  }
}

/** A question opens a thread that waits for the office. Its manager is told by e-mail, once while the thread waits. */
async function ask(tx: Tx, scope: ContractorScope, order: WorkOrder, question: string) {
  const [entry] = await tx
    .insert(threadEntries)
    .values({ workOrderId: order.id, from: "contractor", contactId: scope.actor.contactId, text: question })
    .returning({ id: threadEntries.id });
  if (!order.questionAt) await tellOffice(tx, order, "question-to-office", { question });
  return { entryId: entry?.id ?? null };
}

function said(move: Move): Record<string, string> {
  return {
    ...(move.scheduledFor && { scheduledFor: move.scheduledFor.toISOString() }),
    ...(move.reason && { reason: move.reason }),
    ...(move.question && { question: move.question }),
  };
}
