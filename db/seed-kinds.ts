import type { documents } from "./schema/documents";
import type { SeedTx } from "./seed";
import type { StoryClock } from "./seed-clock";

/** A document of the story as it was stored, and the member who looks after it. */
export type Filling = {
  tx: SeedTx;
  document: typeof documents.$inferSelect;
  member: { id: string; name: string };
  clock: StoryClock;
};

/** Tells what a document of the story has beyond its trunk. */
export type Fill = (filling: Filling) => Promise<void>;

/** What the documents of each kind are filled with. */
export const fills: Partial<Record<Filling["document"]["kind"], Fill>> = {};
