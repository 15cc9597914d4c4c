import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { remember } from "./remember.mjs";
import { root } from "./run.mjs";

const linkedKey = () => `a:${randomBytes(32).toString("hex")}`;

/** The keys of this machine's demo and tests, invented once: as the variables of the environment that carry them. */
export function secrets() {
  return remember(join(root, ".data/secrets.json"), () => ({
    LINK_KEYS: linkedKey(),
    SESSION_KEYS: linkedKey(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  }));
}
