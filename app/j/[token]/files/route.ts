import { contractor } from "@/lib/auth/gates";
import { upload } from "@/lib/auth/upload";
import { stageFile } from "@/lib/work-orders/finish";
import { stagedFile } from "@/lib/work-orders/sent";

export const POST = upload({
  gate: contractor,
  sends: stagedFile,
  work: (scope, { file }) => stageFile(scope, file),
  status: 201,
});
