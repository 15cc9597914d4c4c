import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readSheetFile } from "@/lib/selections/pictures";

export const GET = download(readerOf.selections, readSheetFile, "files");
