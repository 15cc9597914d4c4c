import { log } from "@/lib/log";
import { refuse } from "@/lib/outcome";
import { plainPage } from "./plain-page";
import { problem } from "./problem";

const told = { page: () => plainPage("unavailable"), problem: () => problem(refuse("unavailable")) };

/**
 * For a door that is written by none of the ways: a fault of ours, such as a database that is gone, is logged with its
 * cause and answered with 503 and when to try again.
 */
export function faultAs<Asked extends unknown[]>(
  kind: keyof typeof told,
  answer: (...asked: Asked) => Promise<Response>,
) {
  return async (...asked: Asked): Promise<Response> => {
    try {
      return await answer(...asked);
    } catch (error) {
      log.error({ err: error }, "a door failed");
      return told[kind]();
    }
  };
}
