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

let isTaken = false;
const inLine: (() => void)[] = [];

function next(): void {
  const begin = inLine.shift();
  if (begin) begin();
  else isTaken = false;
}

/** A draft’s place among the saves of its page: they follow one another, since each is given the version before it. */
export function turnOfDraft() {
  let isMine = false;
  const give = () => {
    if (!isMine) return;
    isMine = false;
    next();
  };
  return {
    /** Saves now, or once those before it are answered. `begin` answers whether there was anything to save. */
    take(begin: () => boolean): void {
      inLine.push(() => {
        isMine = true;
        if (!begin()) give();
      });
      if (isTaken) return;
      isTaken = true;
      next();
    },
    /** Its save is answered: the next one begins. */
    give,
    isMine: () => isMine,
  };
}
