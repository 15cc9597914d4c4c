/** The drafts of the page that is open: what is done there waits until they are kept. */

/** Keeps what was typed and is not kept yet. Answers whether it is kept now. */
type Keep = () => Promise<boolean>;

const open = new Set<Keep>();

/** Adds a draft to the page. Answers with how to take it away. */
export function openDraft(keep: Keep): () => void {
  open.add(keep);
  return () => open.delete(keep);
}

export const areDraftsOpen = () => open.size > 0;

/** Keeps them one after the other, since each counts one more change of the same document. False where one can’t be. */
export async function keepDrafts(): Promise<boolean> {
  for (const keep of open) if (!(await keep())) return false;
  return true;
}
