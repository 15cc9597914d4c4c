import type { Tx } from "./client";

/** An outcome, as far as it matters here: whether what was done stays. */
type Done = { readonly ok: boolean };

class Undone<T> extends Error {
  constructor(readonly outcome: T) {
    super("Undone: it was refused.");
  }
}

/** Does something within a transaction, and undoes it where its outcome is a refusal; what was done before stays. */
export async function orUndone<T extends Done>(tx: Tx, work: (inner: Tx) => Promise<T>): Promise<T> {
  try {
    return await tx.transaction(async (inner) => {
      const outcome = await work(inner);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}
