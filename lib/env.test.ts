import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

const key = (digit: string) => `${digit}:${digit.repeat(64)}`;

const local = {
  APP_ORIGIN: "http://localhost:3000",
  DATABASE_URL: "postgres://latchkey_app@127.0.0.1:5432/latchkey",
  LINK_KEYS: key("a"),
  SESSION_KEYS: key("b"),
};
const resend = {
  RESEND_API_KEY: "re_1",
  MAIL_FROM: "hello@latchkey.example",
  RESEND_WEBHOOK_SECRET: "whsec_1",
};
const twilio = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "t", TWILIO_FROM: "+61480000000" };
const upstash = { UPSTASH_REDIS_REST_URL: "https://redis.example", UPSTASH_REDIS_REST_TOKEN: "t" };
const stripe = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };
const s3 = {
  S3_ENDPOINT: "https://s3.example",
  S3_BUCKET: "files",
  S3_REGION: "ap-southeast-2",
  S3_ACCESS_KEY_ID: "k",
  S3_SECRET_ACCESS_KEY: "s",
};
const hosted = { ...local, APP_ORIGIN: "https://latchkey.example", ...resend, ...twilio };

function without<Values extends object>(values: Values, name: keyof Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
}

describe("the environment", () => {
  test("needs no account on localhost, and seals its cookies only on https", () => {
    expect(readEnv(local)).toMatchObject({ loopback: true, secureCookies: false, DATABASE_POOL: 10 });
    expect(readEnv(hosted)).toMatchObject({ loopback: false, secureCookies: true });
  });

  test.each(Object.keys(local))("without %s nothing starts, and the sentence names it", (name) => {
    expect(() => readEnv(without(local, name as keyof typeof local))).toThrow(`${name} is missing`);
    expect(() => readEnv({ ...local, [name]: "" })).toThrow(name);
  });

  test.each(
    [resend, twilio, stripe, upstash, s3].flatMap((set) =>
      Object.keys(set).map((name) => [name, set] as const),
    ),
  )("a set without its %s is refused by that name, and by no other as missing", (name, set) => {
    const half = without(set, name as never);
    for (const settings of [half, { ...half, [name]: "" }]) {
      expect(() => readEnv({ ...local, ...settings })).toThrow(new RegExp(`^${name} is missing: `));
    }
    expect(() => readEnv({ ...local, ...set })).not.toThrow();
  });

  test.each([
    "http://latchkey.example",
    "http://192.168.1.4:3000",
    "http://localhost.evil.example",
    "http://0.0.0.0",
  ])("[B16] the origin %s, which is not https and not this machine, is refused by name", (origin) => {
    expect(() => readEnv({ ...hosted, APP_ORIGIN: origin })).toThrow(/^APP_ORIGIN must begin with https/);
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "%s is this machine, where http will do",
    (origin) => {
      expect(readEnv({ ...local, APP_ORIGIN: origin }).loopback).toBe(true);
    },
  );

  test("a product that others reach does not start where its messages would go nowhere", () => {
    const deaf = { ...local, APP_ORIGIN: "https://latchkey.example" };
    expect(() => readEnv(deaf)).toThrow("RESEND_API_KEY, TWILIO_ACCOUNT_SID is missing");
    expect(() => readEnv({ ...deaf, ...resend })).toThrow(/^TWILIO_ACCOUNT_SID is missing/);
    expect(() => readEnv({ ...deaf, ...twilio })).toThrow(/^RESEND_API_KEY is missing/);
  });

  test("what is set but unusable is refused by name too, and its value is never repeated", () => {
    const wrong: [string, string][] = [
      ["APP_ORIGIN", "latchkey.example"],
      ["DATABASE_URL", "mysql://hunter2@db.example/latchkey"],
      ["LINK_KEYS", "a:hunter2"],
      ["LINK_KEYS", `${key("a")},${key("b")},${key("c")}`],
      ["LINK_KEYS", `${key("a")},`],
      ["SESSION_KEYS", `aa:${"a".repeat(64)}`],
      ["DATABASE_POOL", "hunter2"],
      ["WORKER", "hunter2"],
      ["LOG_LEVEL", "hunter2"],
      ["TRUSTED_PROXIES", "hunter2"],
      ["TRUSTED_PROXIES", "platform, hunter2"],
      ["TRUSTED_PROXIES", "10.0.0.0/hunter2"],
      ["TRUSTED_PROXIES", "hunter2,"],
    ];
    for (const [name, value] of wrong) {
      expect(() => readEnv({ ...local, [name]: value }), `${name}=${value}`).toThrow(`${name} is not usable`);
      expect(() => readEnv({ ...local, [name]: value })).not.toThrow("hunter2");
    }
  });

  test.each(["127.0.0.1, ::1", "172.30.86.1", "10.0.0.0/8,2001:db8::/32", "platform"])(
    "proxies may be %s",
    (proxies) => {
      expect(readEnv({ ...local, TRUSTED_PROXIES: proxies }).TRUSTED_PROXIES).toBe(proxies);
    },
  );

  test.each(["10.0.0.1.2", "10.0.0.0/33", "10", "10.0.0.1,", "*", "10.0.0.1 10.0.0.2"])(
    "proxies that are %s are refused, since they would trust nobody",
    (proxies) => {
      expect(() => readEnv({ ...local, TRUSTED_PROXIES: proxies })).toThrow("TRUSTED_PROXIES is not usable");
    },
  );

  test("two keys are read in their order, the one in use first", () => {
    const { LINK_KEYS } = readEnv({ ...local, LINK_KEYS: `${key("b")}, ${key("a")}` });
    expect(LINK_KEYS.map(({ id, secret }) => `${id} ${secret.length}`)).toEqual(["b 32", "a 32"]);
  });

  test("an origin is taken without its path, so that every link is made for the same one", () => {
    expect(readEnv({ ...hosted, APP_ORIGIN: "https://Latchkey.example/inbox/" }).APP_ORIGIN).toBe(
      "https://latchkey.example",
    );
  });
});
