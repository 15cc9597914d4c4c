import ipaddr from "ipaddr.js";
import { z } from "zod";

const key = z.string().regex(/^[0-9A-Za-z]:[0-9a-f]{64}$/);

/** `k:hex,k:hex`: the first key is the one in use, the others are still accepted. */
const keyRing = z.string().transform((value, context) => {
  const keys = value.split(",").map((part) => part.trim());
  const ids = new Set(keys.map((part) => part.charAt(0)));
  if (keys.length > 2 || ids.size < keys.length || !keys.every((part) => key.safeParse(part).success)) {
    context.addIssue(
      "must be one or two keys like a:<64 hex digits>, separated by a comma, each with a letter of its own",
    );
    return z.NEVER;
  }
  return keys.map((part) => ({ id: part.slice(0, 1), secret: Buffer.from(part.slice(2), "hex") }));
});

/** A variable that is set to nothing, as in a copied .env.example, is one that is not set. */
const unlessBlank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema);

const optional = unlessBlank(z.string().optional());

/** `platform`, or addresses and ranges: one with a slip in it would trust nobody, and count everyone as one client. */
const proxies = z
  .string()
  .refine(
    (value) => value.trim() === "platform" || value.split(",").every((part) => isAddress(part.trim())),
    "must be addresses or ranges, separated by commas, or the word platform",
  );

const isAddress = (part: string) =>
  part.includes("/") ? ipaddr.isValidCIDR(part) : /[.:]/.test(part) && ipaddr.isValid(part);

const levels = z.enum(["silent", "error", "warn", "info", "debug"]).default("info");

const schema = z.object({
  NODE_ENV: unlessBlank(z.enum(["development", "production", "test"]).default("development")),
  APP_ORIGIN: z.url().transform((value) => new URL(value).origin),
  DATABASE_URL: z.string().startsWith("postgres"),
  DATABASE_POOL: unlessBlank(z.coerce.number().int().min(1).max(100).default(10)),
  LINK_KEYS: keyRing,
  SESSION_KEYS: keyRing,
  DATA_DIR: unlessBlank(z.string().default(".data")),
  TRUSTED_PROXIES: unlessBlank(proxies.optional()),
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: optional,
  RESEND_WEBHOOK_SECRET: optional,
  MAIL_FROM: optional,
  TWILIO_ACCOUNT_SID: optional,
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_FROM: optional,
  TWILIO_BASE_URL: unlessBlank(z.url().default("https://api.twilio.com")),
  STRIPE_SECRET_KEY: optional,
  STRIPE_WEBHOOK_SECRET: optional,
  STRIPE_BASE_URL: unlessBlank(z.url().default("https://api.stripe.com")),
  UPSTASH_REDIS_REST_URL: optional,
  UPSTASH_REDIS_REST_TOKEN: optional,
  S3_ENDPOINT: optional,
  S3_BUCKET: optional,
  S3_REGION: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  WORKER: unlessBlank(z.enum(["inside", "beside"]).default("inside")),
  LOG_LEVEL: unlessBlank(levels),
});

/** Variables that only make sense together: with one of them the others are needed. */
const sets = [
  ["RESEND_API_KEY", "MAIL_FROM", "RESEND_WEBHOOK_SECRET"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"],
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
] as const;

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reads the environment once. Throws one sentence that names what is missing or wrong, so that a half-configured product does not start. */
export function readEnv(source: Record<string, string | undefined>) {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = issue?.path.join(".");
    throw new Error(
      `${name} ${source[String(name)] ? `is not usable: ${issue?.message}` : "is missing"}. See .env.example.`,
    );
  }
  const values = parsed.data;
  for (const set of sets) {
    const missing = set.filter((name) => !values[name]);
    if (missing.length > 0 && missing.length < set.length) {
      throw new Error(
        `${missing.join(", ")} is missing: ${set.join(", ")} are set together. See .env.example.`,
      );
    }
  }
  const origin = new URL(values.APP_ORIGIN);
  const loopback = loopbackHosts.has(origin.hostname);
  if (!loopback) refuseUnsafeProduction(origin, values);
  return { ...values, loopback, secureCookies: origin.protocol === "https:" };
}

function refuseUnsafeProduction(origin: URL, values: z.infer<typeof schema>) {
  if (origin.protocol !== "https:") {
    throw new Error(
      "APP_ORIGIN must begin with https:// anywhere but on localhost: links and cookies would travel in the open.",
    );
  }
  const needed = ["RESEND_API_KEY", "TWILIO_ACCOUNT_SID"] as const;
  const missing = needed.filter((name) => !values[name]);
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(", ")} is missing: without it messages would go nowhere. See .env.example.`,
    );
  }
}

let read: ReturnType<typeof readEnv> | undefined;

/** The environment, read and checked at the first use: a build needs none of it. */
export function env() {
  read ??= readEnv(process.env);
  return read;
}

/** How much is logged: the one variable that is read before anything else. One that is unusable is refused with the others. */
export const logLevel = levels.catch("info").parse(process.env.LOG_LEVEL || undefined);
