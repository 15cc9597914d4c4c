import { form } from "@/lib/auth/form";
import { documentEditor } from "@/lib/auth/gates";
import { addPhoto } from "@/lib/reports/photos";
import { reportPhotoForm } from "@/lib/reports/sent";

export const POST = form(documentEditor, reportPhotoForm, addPhoto);
