import type { ContractorAction } from "@/lib/work-orders/machine";
import type { MoveTap } from "./outbox-store";
import { instantOf } from "./wall-time";

const words: Record<ContractorAction, string> = {
  ACCEPT: "Accept job",
  DECLINE: "Decline",
  SCHEDULE: "Schedule",
  ON_SITE: "On site now",
  COMPLETE: "Complete",
  QUESTION: "Your question",
};

/** A form of the job page as a tap, made now. Nothing where the server has to say what is missing. */
export function readTap(form: HTMLFormElement, token: string, zone: string): MoveTap | undefined {
  const sent = new FormData(form);
  const text = (name: string) => String(sent.get(name) ?? "").trim();
  const action = text("action") as ContractorAction;
  const tap = { key: crypto.randomUUID(), token, action, at: new Date().toISOString(), words: words[action] };
  if (action === "DECLINE" && text("reason")) return { ...tap, reason: text("reason") };
  if (action === "QUESTION") return text("question") ? { ...tap, question: text("question") } : undefined;
  if (action !== "SCHEDULE") return tap;
  const day = text("otherDay") || text("day");
  const time = text("otherTime") || text("time");
  if (!day || !time) return undefined;
  const named = form.querySelector("button")?.textContent ?? tap.words;
  return { ...tap, scheduledFor: instantOf(zone, day, time).toISOString(), words: named };
}
