import { LatchkeyKey } from "./logo";

/** What a page of somebody else’s says of Latchkey. */
export function LatchkeyFootnote() {
  return (
    <p className="inline-flex items-center gap-2.5 text-12 text-ink-3">
      <LatchkeyKey size={14} />
      Secure link by Latchkey
    </p>
  );
}
