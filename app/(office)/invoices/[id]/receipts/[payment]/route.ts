import { staff } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { drawReceipt } from "@/lib/invoices/paper";

export const GET = download(staff, (scope, id, { params }) =>
  drawReceipt(scope, { id, paymentId: params.payment ?? "" }),
);
