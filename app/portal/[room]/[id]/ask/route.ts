import { askerAt } from "@/lib/auth/client-gates";
import { form } from "@/lib/auth/form";
import { askQuestion } from "@/lib/documents/questions";
import { questionAsked } from "@/lib/documents/sent";

/** A question about a document of any kind, from whoever may read it. */
export const POST = form(askerAt, questionAsked, askQuestion, "ask");
