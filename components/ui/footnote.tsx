import { LatchkeyKey } from "./logo";

/** What a page of somebody else’s says of Latchkey: of the one link that opened it, or of several. */
export function LatchkeyFootnote({ links = "link" }: { links?: "link" | "links" }) {
  return (
    <p className="inline-flex items-center gap-2.5 text-12 text-ink-3">
      <LatchkeyKey size={14} />
      Secure {links} by Latchkey
    </p>
  );
}
