import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readReportPdf } from "@/lib/reports/pdf";

export const GET = download(readerOf.report, readReportPdf);
