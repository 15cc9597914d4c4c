import { readCookie, setCookie } from "./cookies";
import { newNonce } from "./sign-in";

/** How soon the waiting page offers to send another. */
const pauseSeconds = 30;

/** What the waiting page knows: the address that was asked for, whether it was typed here, and how long until it may ask again. */
export type Waiting = { address: string; typed: boolean; secondsLeft: number };

export async function waitingFor(): Promise<Waiting | undefined> {
  const pending = await readCookie("pend");
  if (!pending) return undefined;
  const passed = Math.floor((Date.now() - pending.askedAtMs) / 1000);
  const { address, typed } = pending;
  return { address, typed, secondsLeft: Math.max(0, pauseSeconds - passed) };
}

/** Keeps an address that can't be one, so that the form shows it again; it never stands in an address bar. */
export async function keepTyped(address: string): Promise<void> {
  const pending = await readCookie("pend");
  await setCookie("pend", {
    secret: pending?.secret ?? newNonce(),
    address: address.slice(0, 254),
    typed: true,
    askedAtMs: 0,
  });
}

/** Where the last link that this browser asked for went. */
export async function askedBefore(): Promise<string | undefined> {
  return (await readCookie("pend"))?.address;
}
