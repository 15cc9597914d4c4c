import { contractor } from "@/lib/auth/gates";
import { upload } from "@/lib/auth/upload";
import { uploadInvoice } from "@/lib/work-orders/finish";
import { invoiceUpload } from "@/lib/work-orders/sent";

export const POST = upload({ gate: contractor, sends: invoiceUpload, work: uploadInvoice, status: 201 });
