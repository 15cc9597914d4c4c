"use client";

import { useEffect } from "react";

/** The tabs of one browser tell each other here that one of them is in. Nothing secret is said. */
const channelName = "latchkey-signed-in";

/** On the page that waits for a link: goes on as soon as the link was opened in another tab. It asks nobody anything. */
export function SignedInListener({ target }: { target: string }) {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = () => location.assign(target);
    return () => channel.close();
  }, [target]);
  return null;
}

/** On a page behind the sign-in: tells the tabs that still wait. */
export function SignedInAnnouncer() {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage("signed-in");
    channel.close();
  }, []);
  return null;
}
