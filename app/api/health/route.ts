import { faultAs } from "@/lib/auth/fault";
import { answer, problem } from "@/lib/auth/problem";
import { databaseAnswers } from "@/lib/health";
import { refuse } from "@/lib/outcome";

export const dynamic = "force-dynamic";

/** Open to anyone, and says nothing but whether the product can work: a load balancer asks it every few seconds. */
export const GET = faultAs("problem", async () =>
  (await databaseAnswers()) ? answer({ status: "ok" }) : problem(refuse("unavailable")),
);
