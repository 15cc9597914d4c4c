import { z } from "zod";
import { documentKinds } from "@/db/schema/documents";
import { farthestDay, mostRungs } from "./ladders";

/** What comes in about reminders: parsed once at the edge, trusted inside. */

/** Which reminder, as the page has it. */
export const whichReminder = z.object({
  documentId: z.uuid(),
  address: z.string().min(1).max(320),
  plannedFor: z.iso.date(),
});

/** Days with commas between them, as people write them: “2, 7”. */
const days = z
  .string()
  .max(80)
  .default("")
  .transform((typed, context) => {
    const found = typed.split(/[\s,;]+/).filter(Boolean);
    const numbers = found.map((each) => (/^\d{1,3}$/.test(each) ? Number(each) : Number.NaN));
    if (numbers.every((each) => each >= 1 && each <= farthestDay)) return [...new Set(numbers)];
    context.addIssue({
      code: "custom",
      message: `Write whole days from 1 to ${farthestDay}, with commas between them: 2, 7.`,
    });
    return z.NEVER;
  });

/** An appointment is reminded of before it begins, and never afterwards. */
export const ladderForm = z
  .object({
    kind: z.enum(documentKinds).exclude(["service-report"]),
    before: days,
    onTheDay: z.string().optional(),
    after: days,
  })
  .transform(({ kind, before, onTheDay, after }, context) => {
    const later = kind === "appointment" ? [] : [...(onTheDay ? [0] : []), ...after];
    const ladder = [...before.map((each) => -each), ...later].sort((one, other) => one - other);
    if (ladder.length <= mostRungs) return { kind, ladder };
    context.addIssue({
      code: "custom",
      path: ["before"],
      message: `That would be ${ladder.length} reminders. Choose ${mostRungs} at the most.`,
    });
    return z.NEVER;
  });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time of the day, such as 20:00.");

export const quietForm = z.object({ from: time, until: time });
