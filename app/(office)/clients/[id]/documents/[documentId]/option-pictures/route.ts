import { form } from "@/lib/auth/form";
import { documentEditor } from "@/lib/auth/gates";
import { optionPicture } from "@/lib/selections/draft-sent";
import { putOptionPicture } from "@/lib/selections/option-picture";

export const POST = form(documentEditor, optionPicture, putOptionPicture);
