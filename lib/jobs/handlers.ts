import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { closePastAppointments } from "@/lib/appointments/past";
import { sweepIdempotencyKeys } from "@/lib/auth/idempotency";
import { sweepKeptForms } from "@/lib/auth/kept-form";
import { systemScope } from "@/lib/auth/scope";
import { sweepSessions } from "@/lib/auth/session";
import { bankDetailsTakeEffect } from "@/lib/bank/take-effect";
import { finishContract } from "@/lib/contracts/finish";
import { env } from "@/lib/env";
import { sendReceipt } from "@/lib/invoices/send-receipt";
import { deliverMessage } from "@/lib/links/deliver";
import { sweepLinkRequests, sweepLinks } from "@/lib/links/end";
import { answerRequest } from "@/lib/links/request";
import { log } from "@/lib/log";
import { giveBack } from "@/lib/payments/give-back";
import { closeCheckout, lookAtAll, lookAtPayment } from "@/lib/payments/look";
import { endPractice } from "@/lib/payments/practice-page";
import { lookWhilePaying } from "@/lib/payments/watch";
import { sweepRequestCounts } from "@/lib/rate-limit";
import { sendReminders } from "@/lib/reminders/send";
import { stagedHours, sweepStagedFiles } from "@/lib/storage/files";
import { freeAbandoned } from "./queue";
import { schedule } from "./schedule";

/** What is done for each job, and for each line of the schedule. The only file that knows every room. */
const tasks: TaskList = {
  "deliver-message": (payload) => deliverMessage(z.object({ messageId: z.uuid() }).parse(payload).messageId),
  "answer-request": (payload) => {
    const { requestId, ...request } = asked.parse(payload);
    return answerRequest(requestId, request);
  },
  "finish-contract": (payload) => {
    const { tenantId, documentId } = z.object({ tenantId: z.uuid(), documentId: z.uuid() }).parse(payload);
    return finishContract(systemScope(tenantId), documentId);
  },
  "send-receipt": (payload) => {
    const { tenantId, ...which } = receipt.parse(payload);
    return sendReceipt(systemScope(tenantId), which);
  },
  "bank-details-take-effect": bankDetailsTakeEffect,
  "look-at-payment": async (payload) => {
    await lookAtPayment(paymentAsked.parse(payload));
  },
  "watch-checkout": (payload) =>
    lookWhilePaying(paymentAsked.extend({ sinceSeconds: z.number() }).parse(payload)),
  "look-at-payments": lookAtAll,
  "close-checkout": (payload) => closeCheckout(paymentAsked.parse(payload)),
  "give-back": (payload) => giveBack(z.object({ tenantId: z.uuid(), refundId: z.uuid() }).parse(payload)),
  "end-practice": (payload) => endPractice(practiceEnding.parse(payload)),
  "close-past-appointments": closePastAppointments,
  "free-abandoned": freeAbandoned,
  "send-reminders": async () => {
    await sendReminders();
  },
  sweep: async () => {
    while ((await sweepLinks()) > 0);
    await sweepLinkRequests();
    await sweepRequestCounts();
    while ((await sweepSessions()) > 0);
    await sweepKeptForms();
    await sweepIdempotencyKeys();
    await sweepStagedFiles(stagedHours);
  },
};

const receipt = z.object({ tenantId: z.uuid(), documentId: z.uuid(), paymentId: z.uuid() });

const asked = z.object({
  requestId: z.uuid(),
  address: z.string(),
  askedBy: z.hex().transform((hex) => Buffer.from(hex, "hex")),
  askedFrom: z.string(),
});

const paymentAsked = z.object({ tenantId: z.uuid(), paymentId: z.uuid() });

const practiceEnding = z.object({
  tenantId: z.uuid(),
  checkoutId: z.string(),
  as: z.enum(["paid", "failed"]),
});

/** Starts the worker of this process. It picks up a job within milliseconds of its commit and repeats what failed, later and later. */
export async function startWorker(): Promise<Runner> {
  await freeAbandoned();
  return run({
    connectionString: env().DATABASE_URL,
    concurrency: 5,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: tasks,
    crontab: schedule,
    logger: queueLogger,
    preset: finishedOnPaper,
  });
}

/** In batches, however small: only those are waited for when the worker stops, else a job that is done stays locked. */
const finishedOnPaper = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** The queue talks at every job; only what went wrong is worth a line. */
const queueLogger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ queue: true }, message);
});
