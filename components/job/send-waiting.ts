import { dropTap, isMove, keepTap, keptTaps, type Tap, waits } from "./outbox-store";
import { sendTap } from "./send-tap";

/** Moves go ahead of photos: no move depends on a photo, and photos depend on the arrival. */
export const lanes = ["moves", "photos"] as const;
export type Lane = (typeof lanes)[number];

const isIn: Record<Lane, (tap: Tap) => boolean> = { moves: isMove, photos: (tap) => !isMove(tap) };

/** Those that arrived, whether others are left which could not be sent now, and for how long it is no use to try again. */
type LaneEnd = { arrived: Tap[]; stuck: boolean; restMs: number };

/**
 * Sends what waits in one lane of a job, in order, until one can't be sent now. What is refused stays kept, with the
 * reason. Nothing where another tab is already sending the same; `onEach` hears that the kept taps are others now.
 */
export function sendLane(
  token: string,
  lane: Lane,
  onEach: () => Promise<void>,
): Promise<LaneEnd | undefined> {
  return navigator.locks.request(`latchkey-outbox-${lane}-${token}`, { ifAvailable: true }, async (lock) =>
    lock ? sendEach(token, isIn[lane], onEach) : undefined,
  );
}

/** Looks anew after each: others may have been tapped in the meantime. */
async function sendEach(token: string, isOurs: (tap: Tap) => boolean, onEach: () => Promise<void>) {
  const arrived: Tap[] = [];
  for (;;) {
    const tap = (await keptTaps(token)).find((each) => waits(each) && isOurs(each));
    if (!tap) return { arrived, stuck: false, restMs: 0 };
    const result = await sendTap(tap);
    if (result.end === "no-signal") return { arrived, stuck: true, restMs: 0 };
    if (result.end === "later") return { arrived, stuck: true, restMs: result.restMs };
    if (result.end === "refused") await keepTap({ ...tap, refused: result.sentence });
    else {
      await dropTap(tap.key);
      arrived.push(tap);
    }
    await onEach();
  }
}
