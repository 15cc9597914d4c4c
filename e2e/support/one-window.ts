import { limits } from "@/lib/rate-limit";

/** Waits out the last moments of the limiter's minute, so that what is counted next falls into one. */
export async function inOneWindow(neededMs = 2_500): Promise<void> {
  const { windowMs } = limits.public;
  const leftMs = windowMs - (Date.now() % windowMs);
  if (leftMs < neededMs) await new Promise((resolve) => setTimeout(resolve, leftMs + 5));
}
