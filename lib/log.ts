import pino from "pino";
import { logLevel } from "@/lib/env";

const token = /[0-9A-Za-z]{48,64}/g;

/** Writes one JSON line a happening; anything in it that looks like a link's token is cut out first. */
export const log = pino({
  level: logLevel,
  base: null,
  redact: ["token", "*.token", "cookie", "*.cookie", "authorization", "*.authorization"],
  hooks: {
    logMethod(args, method) {
      const clean = args.map((arg) => (typeof arg === "string" ? arg.replace(token, "…") : arg));
      method.apply(this, clean as Parameters<typeof method>);
    },
  },
  serializers: {
    err: (error: Error) => {
      const plain = pino.stdSerializers.err(error);
      return {
        type: plain.type,
        message: plain.message?.replace(token, "…"),
        stack: plain.stack?.replace(token, "…"),
      };
    },
  },
});
