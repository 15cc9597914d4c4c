import { dropTap, isMove, keepTap, keptTaps, type Tap, waits } from "./outbox-store";
import { type NotNow, sendTap } from "./send-tap";

/** Moves go ahead of photos: no move depends on a photo, and photos depend on the arrival. */
export const lanes = ["moves", "photos"] as const;
export type Lane = (typeof lanes)[number];

const isIn: Record<Lane, (tap: Tap) => boolean> = { moves: isMove, photos: (tap) => !isMove(tap) };

/** Those that arrived, and why others are left; null where none are. */
type LaneEnd = { arrived: Tap[]; stuck: NotNow | null };

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
async function sendEach(
  token: string,
  isOurs: (tap: Tap) => boolean,
  onEach: () => Promise<void>,
): Promise<LaneEnd> {
  const arrived: Tap[] = [];
  for (;;) {
    const tap = (await keptTaps(token)).find((each) => waits(each) && isOurs(each));
    if (!tap) return { arrived, stuck: null };
    const result = await sendTap(tap);
    if (result.end === "no-signal" || result.end === "later") return { arrived, stuck: result };
    if (result.end === "refused") await keepTap({ ...tap, refused: result.sentence });
    else {
      await dropTap(tap.key);
      arrived.push(tap);
    }
    await onEach();
  }
}
