import { staff } from "@/lib/auth/gates";
import { download } from "@/lib/auth/upload";
import { readOfficeFile } from "@/lib/work-orders/files";

export const GET = download(staff, readOfficeFile);
