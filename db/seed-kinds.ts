import type { documents } from "./schema/documents";
import type { SeedTx } from "./seed";
import { fillAppointment } from "./seed-appointment";
import type { StoryClock } from "./seed-clock";
import { fillContract } from "./seed-contract";
import { fillInvoice } from "./seed-invoice";
import { fillReport } from "./seed-report";
import { fillScope } from "./seed-scope";
import { fillSelections } from "./seed-selections";

/** A document of the story as it was stored, and the member who looks after it. */
export type Filling = {
  tx: SeedTx;
  document: typeof documents.$inferSelect;
  member: { id: string; name: string };
  clock: StoryClock;
  /** Where files are put, as the disk storage keeps them. */
  filesDir: string;
};

/** Tells what a document of the story has beyond its trunk. */
export type Fill = (filling: Filling) => Promise<void>;

/** What the documents of each kind are filled with. */
export const fills: Partial<Record<Filling["document"]["kind"], Fill>> = {
  appointment: fillAppointment,
  contract: fillContract,
  invoice: fillInvoice,
  scope: fillScope,
  selections: fillSelections,
  "service-report": fillReport,
};
