import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readScopePdf } from "@/lib/scopes/pdf";

export const GET = download(readerOf.scope, readScopePdf);
