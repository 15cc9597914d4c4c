import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { drawInvoice } from "@/lib/invoices/paper";

export const GET = download(readerOf.invoice, drawInvoice);
