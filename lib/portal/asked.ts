import { z } from "zod";

/** What the address of a page of the portal says; whatever is not understood is left out. */

export const homeAsked = z.object({ project: z.uuid().optional().catch(undefined) });

/** Of appointments, `later` leads on through those still to come. */
export const appointmentsAsked = z.object({
  after: z.uuid().optional().catch(undefined),
  later: z.uuid().optional().catch(undefined),
});

export const listAsked = z.object({ after: z.uuid().optional().catch(undefined) });
