import type { ContractorAction } from "@/lib/work-orders/machine";
import type { MoveTap } from "./outbox-store";
import { clockIn, instantOf, type Place } from "./wall-time";

const words: Record<ContractorAction, string> = {
  ACCEPT: "Accept job",
  DECLINE: "Decline",
  SCHEDULE: "Schedule",
  ON_SITE: "On site now",
  COMPLETE: "Complete",
  QUESTION: "Your question",
};

/** A form of the job page as a tap, made now. Nothing where the server has to say what is missing. */
export function readTap(form: HTMLFormElement, token: string, place: Place): MoveTap | undefined {
  const sent = new FormData(form);
  const text = (name: string) => String(sent.get(name) ?? "").trim();
  const action = text("action") as ContractorAction;
  const at = new Date().toISOString();
  const clock = clockIn(place, at);
  const tap = { key: crypto.randomUUID(), token, action, at, clock, words: words[action] };
  if (action === "DECLINE" && text("reason")) return { ...tap, reason: text("reason") };
  if (action === "QUESTION") return text("question") ? { ...tap, question: text("question") } : undefined;
  if (action !== "SCHEDULE") return tap;
  const day = text("otherDay") || text("day");
  const time = text("otherTime") || text("time");
  if (!day || !time) return undefined;
  const named = form.querySelector("button")?.textContent ?? tap.words;
  return { ...tap, scheduledFor: instantOf(place.zone, day, time).toISOString(), words: named };
}
