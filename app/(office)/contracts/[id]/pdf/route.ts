import { staff } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { readContractPdf } from "@/lib/contracts/pdf";

export const GET = download(staff, readContractPdf);
