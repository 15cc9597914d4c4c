import type { Peeked } from "@/lib/links/link";
import { readCookie } from "./cookies";
import { type Current, currentSession } from "./session";

/** Who is signed in in this browser now, if anybody. */
export async function sessionHere(device: string): Promise<Current | undefined> {
  const sid = await readCookie("sid");
  const session = sid && (await currentSession(sid.secret, device));
  return session === "wrong-device" ? undefined : session;
}

/** Whether a link is for the very person who is signed in, at the same business; by e-mail or by phone, they are one. */
export const isSamePerson = (session: Current, link: Peeked): boolean =>
  session.tenantId === link.tenantId &&
  session.memberId === link.memberId &&
  session.contactId === link.contactId &&
  session.isPartner === link.isPartner;

/**
 * Whether a link gives its person more than the session that they have: it went to their own address, and the one that let
 * them in was seen by the office.
 */
export const provesMore = (session: Current, link: Peeked): boolean =>
  session.officeSawLink && link.channel !== "copy";
