import { appointmentKind } from "@/lib/appointments/kind";
import { contractKind } from "@/lib/contracts/kind";
import type { DocumentKind } from "@/lib/links/policy";
import { done } from "@/lib/outcome";
import { reportKind } from "@/lib/reports/kind";
import { scopeKind } from "@/lib/scopes/kind";
import { selectionsKind } from "@/lib/selections/kind";
import type { Kind } from "./trunk";

/** What each kind has beyond the trunk. A kind without a row does not compile. */
export const kinds: Record<DocumentKind, Kind> = {
  contract: contractKind,
  scope: scopeKind,
  selections: selectionsKind,
  appointment: appointmentKind,
  invoice: { begin: async () => {}, ready: async () => done({ occasion: "sent" }), copy: async () => {} },
  "service-report": reportKind,
};
