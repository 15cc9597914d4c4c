import { peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { readToken } from "@/lib/links/token";

/** How a link stands, in the word that the mailbox shows. */
export type LinkState = "Unused" | "Used" | "Expired" | "Stopped";

/** How each of these links stands; looking changes nothing. One that was never minted here is left out. */
export async function linkStates(links: string[]): Promise<Map<string, LinkState>> {
  const found = await Promise.all(links.map(async (link) => [link, await stateOf(link)] as const));
  return new Map(found.flatMap(([link, state]) => (state ? [[link, state]] : [])));
}

async function stateOf(link: string): Promise<LinkState | undefined> {
  const read = readToken(new URL(link).pathname.split("/").at(-1) ?? "", tokenRing());
  if (!read) return undefined;
  const peeked = await peekLink(read.hash);
  if (!peeked) return "Stopped";
  const opensAgain = peeked.class !== "single-use";
  if (peeked.state === "open") return opensAgain && peeked.openedAt ? "Used" : "Unused";
  if (peeked.state === "spent" || peeked.state === "discarded") return "Used";
  return peeked.state === "expired" ? "Expired" : "Stopped";
}
