import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnv } from "./env";

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

/** The variables of .env.example, each with its value. */
const example = Object.fromEntries(
  read(".env.example")
    .split("\n")
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);

/** What must be filled in before a server starts. */
const filledIn = {
  ...example,
  LINK_KEYS: `a:${"5a".repeat(32)}`,
  SESSION_KEYS: `a:${"c3".repeat(32)}`,
  RESEND_API_KEY: "re_1",
  MAIL_FROM: "links@latchkey.example",
  RESEND_WEBHOOK_SECRET: "whsec_1",
  TWILIO_ACCOUNT_SID: "AC1",
  TWILIO_AUTH_TOKEN: "1",
  TWILIO_FROM: "+61480000000",
};

/** Read elsewhere than in the schema, each for its reason. */
const outsideTheSchema = {
  DATABASE_OWNER_URL: "db/migrate.ts",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "compose.yaml",
  POSTGRES_PASSWORD: "compose.yaml",
  DATABASE_APP_PASSWORD: "compose.yaml",
  REDIS_FRONT_TOKEN: "compose.yaml",
};

/** Every variable that reading the environment asks for; NODE_ENV is set by what runs the product. */
function namesInSchema(): string[] {
  const asked = new Set<string>();
  const watched = new Proxy<Record<string, string>>(filledIn, {
    get(variables, name) {
      if (typeof name === "string") asked.add(name);
      return Reflect.get(variables, name);
    },
  });
  readEnv(watched);
  return [...asked].filter((name) => name !== "NODE_ENV");
}

test("every variable that is read stands in .env.example, and no other", () => {
  const known = [...namesInSchema(), ...Object.keys(outsideTheSchema)];
  expect(Object.keys(example).sort()).toEqual(known.sort());
  for (const [name, file] of Object.entries(outsideTheSchema)) expect(read(file), name).toContain(name);
});

test("every variable of .env.example has a line that says what it is for", () => {
  const lines = read(".env.example").split("\n");
  const isVariable = (line = "") => /^\w+=/.test(line);
  for (const [at, line] of lines.entries()) {
    if (!isVariable(line)) continue;
    const before = lines.slice(0, at).findLast((other) => !isVariable(other));
    expect(before, line).toMatch(/^# .{10,}/);
  }
});

test("a copy of .env.example starts once its blanks are filled in, and not before", () => {
  expect(() => readEnv(example)).toThrow("LINK_KEYS is missing");
  expect(readEnv(filledIn).APP_ORIGIN).toBe("https://latchkey.example");
});

test("a copy of .env.example in which all but the needed stays blank is read as if the rest were absent", () => {
  const { LINK_KEYS, SESSION_KEYS, RESEND_API_KEY, MAIL_FROM, RESEND_WEBHOOK_SECRET, ...rest } = filledIn;
  const blank = Object.fromEntries(Object.keys(rest).map((name) => [name, " "]));
  const kept = {
    LINK_KEYS,
    SESSION_KEYS,
    APP_ORIGIN: "http://localhost:3000",
    DATABASE_URL: String(example.DATABASE_URL),
  };
  expect(readEnv({ ...blank, ...kept })).toEqual(readEnv(kept));
});

test("no secret of .env.example is one that somebody could leave as it is", () => {
  for (const name of ["LINK_KEYS", "SESSION_KEYS", "POSTGRES_PASSWORD", "REDIS_FRONT_TOKEN"]) {
    expect(example[name], name).toBe("");
  }
});

test("compose.yaml asks only for variables that .env.example has", () => {
  const asked = [...read("compose.yaml").matchAll(/\$\{(\w+)/g)].map((found) => found[1]);
  expect(asked.filter((name) => name !== "PORT" && !(String(name) in example))).toEqual([]);
});
