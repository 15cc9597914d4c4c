import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readInvoiceFile } from "@/lib/invoices/attached";

/** A file that goes with this one invoice, such as the contractor’s bill that it passes on. */
export const GET = download(readerOf.invoice, readInvoiceFile, "files");
