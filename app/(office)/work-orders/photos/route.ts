import { manager } from "@/lib/auth/gates";
import { upload } from "@/lib/auth/upload";
import { stagePhoto } from "@/lib/work-orders/photos";
import { stagedFile } from "@/lib/work-orders/sent";

export const POST = upload({
  gate: manager,
  sends: stagedFile,
  work: (scope, { file }) => stagePhoto(scope, file),
  status: 201,
});
