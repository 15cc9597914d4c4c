import { randomUUID } from "node:crypto";
import { scopeRevisions } from "@/db/schema/scopes";
import type { Kind } from "@/lib/documents/trunk";
import { done } from "@/lib/outcome";
import { isBlank } from "./lines";
import { newestSent, readLines, readRevisions, seal, writeLines } from "./revision";

/**
 * A scope begins with one empty line. What is sent is always the newest revision that was sealed: a later one that the
 * office still writes goes out when it says so, and not with somebody's lost link.
 */
export const scopeKind: Kind = {
  async begin(tx, { id }) {
    await tx.insert(scopeRevisions).values({ documentId: id, number: 1 });
    await writeLines(tx, { documentId: id, number: 1 }, [blankLine("")]);
  },

  async ready(tx, scope, document) {
    const revisions = await readRevisions(tx, document.id);
    const sent = newestSent(revisions);
    if (sent) return done(occasionOf(sent.number));
    const [draft] = revisions;
    if (!draft) throw new Error("A scope has no revision.");
    const sealed = await seal(tx, scope, document, draft);
    return sealed.ok ? done(occasionOf(sealed.value.number)) : sealed;
  },

  async copy(tx, from, to) {
    const [newest] = await readRevisions(tx, from.id);
    const lines = newest ? await readLines(tx, from.id, newest.number) : [];
    const written = lines.filter((line) => !isBlank(line)).map((line) => ({ ...line, key: randomUUID() }));
    const first = { documentId: to.id, number: 1 };
    await tx.insert(scopeRevisions).values(first).onConflictDoNothing();
    if (written.length > 0) await writeLines(tx, first, written);
  },
};

export const occasionOf = (revision: number) =>
  revision > 1
    ? { occasion: "revised" as const, says: { revision: String(revision) } }
    : { occasion: "sent" as const };

/** A line that waits to be written. */
export const blankLine = (group: string) => ({ key: randomUUID(), group, words: "", amountCents: 0 });
