import { csvFile } from "@/lib/auth/csv-file";
import { staff } from "@/lib/auth/gates";
import { exportBills } from "@/lib/bills/csv";
import { billsAsked } from "@/lib/bills/sent";
import { done } from "@/lib/outcome";

export const POST = csvFile(staff, "contractors-invoices.csv", billsAsked, async (scope, asked) =>
  done(await exportBills(scope, asked)),
);
