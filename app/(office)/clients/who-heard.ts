import type { Said } from "@/lib/documents/tell-by-link";

/**
 * What a form shows that told a document’s people of something; where one of them could not be told, it leads to the
 * document’s page, which says who.
 */
export const whoHeard = (
  { document: { id, contactId }, told, notice }: Said,
  words: (names: string | null) => string,
) =>
  notice
    ? { to: `/clients/${contactId}/documents/${id}?told=${notice}` }
    : { done: words(told.length > 0 ? told.join(" and ") : null) };
