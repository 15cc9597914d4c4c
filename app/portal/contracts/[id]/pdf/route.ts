import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readContractPdf } from "@/lib/contracts/pdf";

export const GET = download(readerOf.contract, readContractPdf);
