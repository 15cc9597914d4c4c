import { byCode, typedCode } from "@/lib/auth/by-code";
import { openForm } from "@/lib/auth/open-form";

const wrong = "/sign-in/sent?problem=code";

export const POST = openForm("public", typedCode, byCode(wrong), wrong);
