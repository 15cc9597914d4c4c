/** The paragraphs of a text: blank lines part them, and none is empty. */
export const paragraphsOf = (text: string) =>
  text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
