import { z } from "zod";
import { linkLookedAt } from "@/lib/auth/client-gates";
import { openForm } from "@/lib/auth/open-form";
import { askForLink } from "@/lib/auth/sign-in";
import { keepTyped } from "@/lib/auth/waiting";
import { documentHref, kindsOfDocument } from "@/lib/links/policy";
import { readAddress } from "@/lib/people/typed-address";

/** Which document, and where its link is to go; without an address it goes where the link went that this browser opened. */
const again = z.object({
  kind: z.enum(kindsOfDocument),
  document: z.uuid(),
  address: z.string().max(400).optional(),
  once: z.uuid().optional(),
});

/** Asks for the link to a document anew. Whoever the address belongs to, and whatever the document, the answer is the same. */
export const POST = openForm(
  "ask-for-link",
  again,
  async ({ kind, document: documentId, address: typed, once }, device) => {
    const page = documentHref(kind, documentId);
    const known = typed === undefined ? await linkLookedAt(documentId) : undefined;
    if (typed === undefined && !known) return `${page}?dialog=open`;
    const address = typed === undefined ? known?.address : await readAddress(typed);
    if (!address) {
      await keepTyped(typed ?? "");
      return `${page}?problem=address`;
    }
    const to = { address, typed: typed !== undefined, once };
    const asked = await askForLink({ documentId, kind }, to, device);
    return asked.ok ? `${page}?asked=yes` : `${page}?wait=${asked.detail.retryAfterSeconds}`;
  },
  "/client-login",
);
