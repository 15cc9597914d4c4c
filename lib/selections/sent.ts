import { z } from "zod";
import { skip } from "./total";

/** What comes in about selections: parsed once at the edge, trusted inside. */

const mostNote = 1000;
const mostWords = 1000;

const picked = z.union([z.uuid(), z.literal(skip)]);

const note = z
  .string()
  .trim()
  .max(mostNote, "A note can be at most 1,000 characters. Shorten it and send it again.");

/**
 * An item’s form: a tap on an option, or on the other person’s choice in its place (`take`), a note beside the one that its
 * page showed (`noted`), and where to go on from there; without any of them the form only leads on.
 */
export const choosing = z.strictObject({
  item: z.uuid(),
  choice: picked.optional(),
  take: picked.optional(),
  note: note.optional(),
  noted: z.string().trim().optional(),
  next: z.uuid().optional(),
});

export const ownPhoto = z.strictObject({
  item: z.uuid(),
  file: z.file("Choose a photo first."),
});

export const itemOnly = z.strictObject({ item: z.uuid() });

/** `item:pick` of everything that somebody saw when they sent it in or approved it, so that nothing else is. */
const seenPicks = z
  .string()
  .max(20_000)
  .transform((text) => text.split(","))
  .pipe(
    z
      .array(
        z
          .string()
          .transform((pair) => pair.split(":"))
          .pipe(z.tuple([z.uuid(), picked])),
      )
      .transform((pairs) => pairs.map(([item, pick]) => ({ item, pick }))),
  );

/** A sheet that is sent in: what its page showed, and what was chosen and noted last. */
export const sending = choosing.extend({ seen: seenPicks });

export const approving = z.strictObject({ id: z.uuid(), seen: seenPicks });

/** Without an item, everything that waits is given back. */
export const returning = z.strictObject({
  id: z.uuid(),
  item: z.uuid().optional(),
  words: z
    .string()
    .trim()
    .min(1, "Say why, so that they know what to choose.")
    .max(mostWords, "That is longer than 1,000 characters. Shorten it."),
});
