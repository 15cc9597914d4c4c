import { z } from "zod";
import { setCookie } from "@/lib/auth/cookies";
import { openForm } from "@/lib/auth/open-form";
import { fingerprintsOf, mostPdfBytes } from "@/lib/contracts/verify";

const problem = "/verify?problem=file";

/**
 * Takes the fingerprints of a PDF, for this browser’s own next page: the file itself is kept nowhere, and an address says
 * nothing that somebody could pass on as an answer of ours.
 */
export const POST = openForm(
  "public",
  z.object({ file: z.instanceof(File) }),
  async ({ file }) => {
    if (file.size === 0 || file.size > mostPdfBytes) return problem;
    const content = Buffer.from(await file.arrayBuffer());
    if (!content.subarray(0, 1024).includes("%PDF-")) return problem;
    await setCookie("pdf", fingerprintsOf(content));
    return "/verify?checked=yes";
  },
  problem,
);
