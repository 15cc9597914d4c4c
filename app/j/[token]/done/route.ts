import { form } from "@/lib/auth/form";
import { contractor } from "@/lib/auth/gates";
import { finishJob } from "@/lib/work-orders/finish";
import { invoiceForm } from "@/lib/work-orders/sent";

export const POST = form(contractor, invoiceForm, finishJob, "done");
