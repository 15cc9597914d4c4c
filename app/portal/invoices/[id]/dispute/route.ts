import { disputerAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { disputeInvoice } from "@/lib/invoices/dispute";
import { disagreement } from "@/lib/invoices/paying";

/** “I don’t agree with this invoice”: it waits for the office, and nothing reminds of it meanwhile. */
export const POST = form(disputerAt, disagreement, disputeInvoice, "dispute");
