import { contractor } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { readJobFile } from "@/lib/work-orders/files";

export const GET = download(contractor, readJobFile, "files");
