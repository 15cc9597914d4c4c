import type { Reading } from "@/db/schema/reports";

/** Whether anything stands in a row of a draft: an empty one keeps its place there, and is nothing to whoever reads it. */
export const isWritten = (reading: Reading): boolean => Object.values(reading).some(Boolean);
