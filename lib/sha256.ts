import { createHash } from "node:crypto";

/** What is kept of a secret, an address or a file, or compared in its place. */
export const sha256 = (content: string | Buffer): Buffer => createHash("sha256").update(content).digest();
