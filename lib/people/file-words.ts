import type { files } from "@/db/schema/storage";

type File = Pick<typeof files.$inferSelect, "contentType" | "size">;

/** “PDF, 8.2 MB”: what a file is, and how much of it there is. */
export const fileWords = ({ contentType, size }: File): string =>
  `${contentType === "application/pdf" ? "PDF" : "Photo"}, ${sizeWords(size)}`;

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
