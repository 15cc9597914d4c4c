import { appointmentKind } from "@/lib/appointments/kind";
import { contractKind } from "@/lib/contracts/kind";
import { invoiceKind } from "@/lib/invoices/kind";
import type { DocumentKind } from "@/lib/links/policy";
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
  invoice: invoiceKind,
  "service-report": reportKind,
};
