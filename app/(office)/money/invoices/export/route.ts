import { csvFile } from "@/lib/auth/csv-file";
import { staff } from "@/lib/auth/gates";
import { done } from "@/lib/outcome";
import { exportInvoices } from "@/lib/receivables/csv";
import { invoicesAsked } from "@/lib/receivables/sent";

export const POST = csvFile(staff, "invoices.csv", invoicesAsked, async (scope, asked) =>
  done(await exportInvoices(scope, asked, new Date())),
);
