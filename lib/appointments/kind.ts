import type { Kind } from "@/lib/documents/trunk";
import { done } from "@/lib/outcome";

export const appointmentKind: Kind = {
  begin: async () => {},
  ready: async () => done({ occasion: "sent" }),
  copy: async () => {},
};
