import { form } from "@/lib/auth/form";
import { contractor } from "@/lib/auth/gates";
import { addJobPhotos } from "@/lib/work-orders/job-photos";
import { jobPhotos } from "@/lib/work-orders/sent";

export const POST = form(contractor, jobPhotos, addJobPhotos);
