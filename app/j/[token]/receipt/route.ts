import { contractor } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { readReceipt } from "@/lib/work-orders/receipt";

export const GET = download(contractor, readReceipt);
