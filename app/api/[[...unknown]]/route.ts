import { problem } from "@/lib/auth/problem";
import { refuse } from "@/lib/outcome";

/** What the API does not have is said as the API says everything. */
const notFound = () => problem(refuse("not-found"));

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
