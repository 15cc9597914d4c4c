import { ShieldCheck } from "lucide-react";
import { shortHash } from "@/lib/contracts/views";

/** What is kept of a signature, and the fingerprint of the text that it is bound to. */
export function AuditNote({ shop, sha256 }: { shop: string; sha256: string | null }) {
  return (
    <section className="mt-auto pt-10">
      <div className="border-t border-line pt-5">
        <h3 className="flex items-center gap-2.5 text-14 font-600">
          <ShieldCheck aria-hidden size={18} strokeWidth={1.75} />
          What we record
        </h3>
        <p className="mt-1.5 text-14 text-ink-2">
          Your name and email or phone, the time, your IP address and browser, and a fingerprint of this exact
          text. You and {shop} both get a copy.
        </p>
        {sha256 && (
          <p className="mt-2 font-mono text-13 text-ink-2">
            <abbr title={sha256} className="no-underline">
              SHA-256 {shortHash(sha256)}
            </abbr>
          </p>
        )}
      </div>
    </section>
  );
}
