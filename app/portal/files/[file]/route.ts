import { client } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";
import { readSharedFile } from "@/lib/people/project-files";

/** A file that one of this client’s own projects shares. */
export const GET = download(client, readSharedFile, "files");
