import { env } from "@/lib/env";
import type { TokenRing } from "./token";

/** The keys that are live now and the origin that links are made for. */
export function tokenRing(): TokenRing {
  const { LINK_KEYS, APP_ORIGIN } = env();
  return { keys: LINK_KEYS, origin: APP_ORIGIN };
}
