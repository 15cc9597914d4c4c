/** Whether everything in what was sent can be kept: a NUL, or half of a letter, stands in no text that people write, and in no database. */
export function isReadable(sent: unknown): boolean {
  if (typeof sent === "string") return !sent.includes("\u0000") && sent.isWellFormed();
  if (Array.isArray(sent)) return sent.every(isReadable);
  if (sent instanceof File) return isReadable(sent.name);
  if (typeof sent === "object" && sent !== null) return Object.entries(sent).flat().every(isReadable);
  return true;
}
