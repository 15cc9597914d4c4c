import { staff } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { drawInvoice } from "@/lib/invoices/paper";

export const GET = download(staff, drawInvoice);
