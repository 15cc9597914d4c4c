import { form } from "@/lib/auth/form";
import { orderEditor } from "@/lib/auth/gates";
import { addPhoto } from "@/lib/work-orders/photos";
import { photoForm } from "@/lib/work-orders/sent";

export const POST = form(orderEditor, photoForm, addPhoto);
