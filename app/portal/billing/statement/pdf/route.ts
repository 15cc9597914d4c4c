import { client } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { drawStatement } from "@/lib/invoices/paper";
import { periodAsked } from "@/lib/invoices/period";

/** A client’s own statement, over the period that is asked for. */
export const GET = download(client, (scope, _id, { query }) =>
  drawStatement(scope, scope.actor.contactId, periodAsked.parse(query)),
);
