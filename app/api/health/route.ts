import { answer, problem } from "@/lib/auth/problem";
import { databaseAnswers } from "@/lib/events/stream";
import { refuse } from "@/lib/outcome";

export const dynamic = "force-dynamic";

/** Open to anyone, and says nothing but whether the product can work: a load balancer asks it every few seconds. */
export async function GET(): Promise<Response> {
  try {
    if (await databaseAnswers()) return answer({ status: "ok" });
  } catch {
    // Said in the answer; the log has it from the driver.
  }
  return problem(refuse("unavailable"));
}
