import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readReportPhoto } from "@/lib/reports/photos";

export const GET = download(readerOf.report, readReportPhoto, "files");
