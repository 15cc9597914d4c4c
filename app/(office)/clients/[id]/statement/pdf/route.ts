import { staff } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { drawStatement } from "@/lib/invoices/paper";
import { periodAsked } from "@/lib/invoices/period";

/** The statement of any client of the business, over the period that is asked for. */
export const GET = download(staff, (scope, id, { query }) =>
  drawStatement(scope, id, periodAsked.parse(query)),
);
