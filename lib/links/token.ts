import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "@/lib/sha256";
import { type Purpose, policy, purposeOfLetter } from "./policy";

/**
 * A token is base62: purpose letter, key id, random part, MAC. 64 characters = 1+1+43+19 (256 random bits, 113 of MAC),
 * 48 = 1+1+32+14 (190 and 83). The MAC binds purpose and public origin, so a forged or mistyped link is refused without
 * a query, and a stolen database, which holds only SHA-256 of the token, can neither open nor make one.
 */
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = BigInt(alphabet.length);
const macChars = { 64: 19, 48: 14 } as const;

export type TokenKey = { id: string; secret: Buffer };
/** The keys that are live, the one in use first, and the origin that the links are for. */
export type TokenRing = { keys: readonly TokenKey[]; origin: string };

/** A new token and the hash under which it is kept. The token itself goes into the message and nowhere else. */
export function mintToken(purpose: Purpose, ring: TokenRing): { token: string; hash: Buffer } {
  const key = ring.keys[0];
  if (!key) throw new Error("There is no link key to mint with.");
  const { letter, chars } = policy[purpose];
  const random = randomBase62(chars - 2 - macChars[chars]);
  const token = letter + key.id + random + mac(key, purpose, ring.origin, random);
  return { token, hash: hashToken(token) };
}

/** What a token says of itself, once its MAC holds; undefined for anything that this product did not mint. */
export function readToken(token: string, ring: TokenRing): { purpose: Purpose; hash: Buffer } | undefined {
  const purpose = purposeOfLetter(token.charAt(0));
  if (!purpose || token.length !== policy[purpose].chars) return undefined;
  const key = ring.keys.find(({ id }) => id === token.charAt(1));
  if (!key) return undefined;
  const split = token.length - macChars[policy[purpose].chars];
  const expected = Buffer.from(mac(key, purpose, ring.origin, token.slice(2, split)));
  const found = Buffer.from(token.slice(split));
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined;
  return { purpose, hash: hashToken(token) };
}

export const hashToken = (token: string): Buffer => sha256(token);

function mac(key: TokenKey, purpose: Purpose, origin: string, random: string): string {
  const digest = createHmac("sha256", key.secret)
    .update(`link/v1\n${purpose}\n${origin}\n${random}`)
    .digest("hex");
  return base62(BigInt(`0x${digest}`), macChars[policy[purpose].chars]);
}

function base62(number: bigint, chars: number): string {
  let rest = number;
  let text = "";
  while (text.length < chars) {
    text += alphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return text;
}

/** Rejection sampling: a byte of 248 and above would favour the first characters, so it is thrown away. */
function randomBase62(chars: number): string {
  let text = "";
  while (text.length < chars) {
    for (const byte of randomBytes(chars)) {
      if (byte < 248 && text.length < chars) text += alphabet.charAt(byte % 62);
    }
  }
  return text;
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The 8 characters (40 bits) that may be typed instead of tapping: made from the link's id by key, so it is nowhere at rest. */
export function codeOf(linkId: string, key: TokenKey): string {
  const digest = createHmac("sha256", key.secret).update(`code/v1\n${linkId}`).digest();
  return Array.from(digest.subarray(0, 8), (byte) => crockford.charAt(byte % 32)).join("");
}

/** Whether what a person typed is that link's code; forgives case, spaces, hyphens and Crockford's look-alikes. */
export function isCodeOf(typed: string, linkId: string, ring: TokenRing): boolean {
  const clean = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const found = Buffer.from(clean);
  return ring.keys.some((key) => {
    const expected = Buffer.from(codeOf(linkId, key));
    return found.length === expected.length && timingSafeEqual(found, expected);
  });
}
