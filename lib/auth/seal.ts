import { sealData, unsealData } from "iron-session";
import { log } from "@/lib/log";

export type SealKey = { id: string; secret: Buffer };

/**
 * Seals a cookie's content with the first key. The seal names that key by its own id, so it opens for as long as the key
 * is kept, whichever place it has among the others by then.
 */
export function seal(content: object, keys: readonly SealKey[], ttlSeconds: number): Promise<string> {
  return sealData(content, { password: passwords(keys.slice(0, 1)), ttl: ttlSeconds });
}

/** What was sealed; an empty object when it is forged, too old, or sealed with a key that is gone. */
export async function unseal(sealed: string, keys: readonly SealKey[], ttlSeconds: number): Promise<unknown> {
  try {
    return await unsealData(sealed, { password: passwords(keys), ttl: ttlSeconds });
  } catch (error) {
    // A seal that was cut or made up is refused like any other that is not ours.
    log.info({ err: error }, "a seal could not be read");
    return {};
  }
}

/** iron-session wants numbers for names. */
const passwords = (keys: readonly SealKey[]): Record<string, string> =>
  Object.fromEntries(keys.map(({ id, secret }) => [String(id.charCodeAt(0)), secret.toString("hex")]));
