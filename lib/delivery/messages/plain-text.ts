/** A letter without markup: paragraphs with a blank line between them, lines within, nothing for what is missing. */
export function plainText(...paragraphs: (string | null | (string | null)[])[]): string {
  return [...paragraphs, "Sent with Latchkey"]
    .map((paragraph) => [paragraph].flat().filter(Boolean).join("\n"))
    .filter(Boolean)
    .join("\n\n");
}
