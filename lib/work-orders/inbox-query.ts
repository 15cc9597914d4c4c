import { z } from "zod";
import { isUuid } from "@/lib/uuid";

const instant = z.iso.datetime({ offset: true });

/** `attention~instant~id` of the last row that was shown, as the database wrote them. */
const laneCursor = z.string().refine(isCursor).optional().catch(undefined);

function isCursor(cursor: string): boolean {
  const [attention = "", at = "", id = ""] = cursor.split("~");
  const instantText = at.replace(" ", "T").replace(/[+-]\d{2}$/, "$&:00");
  return /^\d$/.test(attention) && /^[12]/.test(at) && instant.safeParse(instantText).success && isUuid(id);
}

/** What an inbox's address says; whatever is not understood is left out. */
export const inboxFilter = z.object({
  contractor: z.uuid().optional().catch(undefined),
  trade: z.string().min(1).max(60).optional().catch(undefined),
  mine: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value === "1"),
  "needs-you": laneCursor,
  "in-motion": laneCursor,
  done: laneCursor,
});
