import { form } from "@/lib/auth/form";
import { projectEditor } from "@/lib/auth/gates";
import { shareFile } from "@/lib/people/project-files";
import { sharedFileForm } from "@/lib/people/sent";

/** One more file that a project shares with its client. */
export const POST = form(projectEditor, sharedFileForm, shareFile, "share");
