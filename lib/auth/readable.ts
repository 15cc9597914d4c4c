/** Deeper than anything that a form or the API takes. */
const mostLevels = 20;

/**
 * Whether everything in what was sent can be kept: a NUL, or half of a letter, stands in no text that people write, and in
 * no database. What is nested deeper than anything that is asked for can't be.
 */
export function isReadable(sent: unknown, level = 0): boolean {
  if (typeof sent === "string") return !sent.includes("\u0000") && sent.isWellFormed();
  if (sent instanceof File) return isReadable(sent.name);
  if (typeof sent !== "object" || sent === null) return true;
  const parts = Array.isArray(sent) ? sent : Object.entries(sent).flat();
  return level < mostLevels && parts.every((part) => isReadable(part, level + 1));
}

/** Whether the path of an address can be decoded: what can't be is a fault to Next. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
