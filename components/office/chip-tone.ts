import type { Tone } from "@/components/ui/chip";
import type { Chip } from "@/lib/work-orders/chips";

const own: Partial<Record<string, Tone>> = { "Over ceiling": "over-ceiling", Undelivered: "undelivered" };

/** How a chip looks: as its tone says, but two of those that wait for the office have an icon of their own. */
export const toneOf = ({ tone, text }: Chip): Tone => own[text] ?? tone;
