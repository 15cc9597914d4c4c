import { openForm } from "@/lib/auth/open-form";
import { problem } from "@/lib/auth/problem";
import { refuse } from "@/lib/outcome";
import { isPracticeOpen, payByPractice, practicePaying } from "@/lib/payments/practice-page";

const pay = openForm("public", practicePaying, payByPractice, "/practice");

/** A tap on the practice processor’s page: on a loopback origin alone. */
export async function POST(request: Request): Promise<Response> {
  return isPracticeOpen(request.headers) ? pay(request) : problem(refuse("not-found"));
}
