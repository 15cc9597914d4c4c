import Bowser from "bowser";

/** The browser and system that a session is bound to ("Chrome on Android"), without versions, so that an update signs nobody out. */
export function deviceFamily(userAgent: string | null): string {
  if (!userAgent) return "Unknown browser";
  const { browser, os } = Bowser.parse(userAgent.slice(0, 1000));
  return `${browser.name || "Unknown browser"} on ${os.name || "unknown system"}`;
}
