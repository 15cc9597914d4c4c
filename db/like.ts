/** For `like` and `ilike`: what holds these words, as they are written; `%` and `_` stand for themselves. */
export const holding = (words: string): string => `%${plainly(words)}%`;

/** What begins with these words. */
export const beginningWith = (words: string): string => `${plainly(words)}%`;

const plainly = (words: string) => words.replace(/[\\%_]/g, "\\$&");
