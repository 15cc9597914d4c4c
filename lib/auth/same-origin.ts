import { env } from "@/lib/env";

/**
 * Whether a request that changes something may have been set off by another site. A browser says so by Origin and
 * Sec-Fetch-Site; a client that sends neither is no browser and carries nobody's cookies.
 */
export function isCrossSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (origin === env().APP_ORIGIN) return false;
  // On one's own machine the same server answers to several names; the one in the address bar counts.
  return !(env().loopback && origin === `http://${headers.get("host")}`);
}
