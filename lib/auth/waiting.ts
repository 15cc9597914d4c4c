import { readCookie, setCookie } from "./cookies";
import { newNonce } from "./sign-in";

/** How soon the waiting page offers to send another. */
const pauseSeconds = 30;

/** What the waiting page knows: the address that this browser typed, and how long until it may ask again. */
export async function waitingFor(): Promise<{ address: string; secondsLeft: number } | undefined> {
  const pending = await readCookie("pend");
  if (!pending) return undefined;
  const passed = Math.floor((Date.now() - pending.askedAtMs) / 1000);
  return { address: pending.address, secondsLeft: Math.max(0, pauseSeconds - passed) };
}

/** Keeps an address that can't be one, so that the form shows it again; it never stands in an address bar. */
export async function keepTyped(address: string): Promise<void> {
  const pending = await readCookie("pend");
  await setCookie("pend", {
    secret: pending?.secret ?? newNonce(),
    address: address.slice(0, 254),
    askedAtMs: 0,
  });
}
