import type { refunds } from "@/db/schema/payments";

/** Why money goes back, where nobody of the office wrote why. */
export const reasons: Record<(typeof refunds.$inferSelect)["reason"], string> = {
  void: "The invoice was void when the money came.",
  surplus: "It was more than was due.",
  office: "",
  processor: "Given back in Stripe.",
};
