"use client";

import { useEffect } from "react";
import type { Audience } from "./link-words";

/** The tabs of one browser tell each other here who is in, or what a pass has opened. Nothing secret is said. */
const channelName = "latchkey-signed-in";

/** On the page that waits for a link: goes on as soon as the link was opened in another tab. It asks nobody anything. */
export function SignedInListener({ audience, target }: { audience: Audience; target: string }) {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    const awaited = [audience, new URL(target, location.href).pathname];
    channel.onmessage = ({ data: said }) => awaited.includes(said) && location.assign(target);
    return () => channel.close();
  }, [audience, target]);
  return null;
}

/**
 * On a page that somebody was let in to: tells the tabs that still wait. A pass signs nobody in, so it is heard only by
 * those that wait for this very page.
 */
export function SignedInAnnouncer({ audience }: { audience: Audience | "pass" }) {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(audience === "pass" ? location.pathname : audience);
    channel.close();
  }, [audience]);
  return null;
}
