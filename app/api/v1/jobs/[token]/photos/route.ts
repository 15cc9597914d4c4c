import { contractor } from "@/lib/auth/gates";
import { upload } from "@/lib/auth/upload";
import { addJobPhotos } from "@/lib/work-orders/job-photos";
import { jobPhotos } from "@/lib/work-orders/sent";

export const POST = upload({ gate: contractor, sends: jobPhotos, work: addJobPhotos, status: 201 });
