import { z } from "zod";
import type { Reading } from "@/db/schema/reports";
import { isWritten } from "./reading";

/** What comes in about service reports: parsed once at the edge, trusted inside. */

const mostReadings = 40;

/** A field that stands in every row of a form: several texts, one, or none. */
const column = (most: number) =>
  z
    .union([
      z.string().trim().max(most, `That is longer than ${most} characters.`).array(),
      z.string().trim().max(most, `That is longer than ${most} characters.`),
    ])
    .default([])
    .transform((cells) => [cells].flat());

/**
 * The form of a draft: its rows come as columns. A row in which nothing was written keeps its place between others, since
 * the form that sent it stays open; after the last of them it is none.
 */
export const reportForm = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().positive(),
    visitedAt: z
      .union([
        z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "That isn’t a day and a time."),
        z.literal("").transform(() => null),
      ])
      .default(null),
    doneBy: z.string().trim().max(120, "That is longer than 120 characters.").default(""),
    readingName: column(80),
    readingValue: column(40),
    readingUnit: column(40),
    readingRange: column(80),
    photoId: z
      .union([z.uuid().array(), z.uuid()])
      .default([])
      .transform((ids) => [ids].flat()),
    caption: column(160),
    drop: z.uuid().optional(),
  })
  .refine(({ readingName }) => readingName.length <= mostReadings, {
    message: `A report holds ${mostReadings} readings at the most.`,
  })
  .transform(({ readingName, readingValue, readingUnit, readingRange, photoId, caption, drop, ...rest }) => ({
    ...rest,
    readings: upToLastWritten(
      readingName.map((name, row) => ({
        name,
        value: readingValue[row] ?? "",
        unit: readingUnit[row] ?? "",
        range: readingRange[row] ?? "",
      })),
    ),
    captions: photoId.map((id, row) => ({ id, caption: caption[row] ?? "" })),
    drop: drop ?? null,
  }));

function upToLastWritten(readings: Reading[]): Reading[] {
  return readings.slice(0, readings.findLastIndex(isWritten) + 1);
}

/** One photo, as a form sends it without script. */
export const reportPhotoForm = z.object({
  documentId: z.uuid(),
  file: z.instanceof(File, { message: "Choose a photo first." }),
  caption: z.string().trim().max(160, "That is longer than 160 characters.").default(""),
});
