import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "@/scripts/postgres.mjs";
import { migrate } from "./migrate";

const root = fileURLToPath(new URL("..", import.meta.url));
const some = randomBytes(6).toString("hex");
const [owner, app, database] = [`owner_${some}`, `app_${some}`, `hosted_${some}`];
const ours = ["latchkey_tenant", "latchkey_gate", "latchkey_queue"];

let server: Postgres;
let superuser: postgres.Sql;

beforeAll(async () => {
  server = await startPostgres({ root, fast: true });
  superuser = postgres(server.ownerUrl("postgres"), { max: 1, onnotice: () => {} });
  await superuser.unsafe(`create role ${owner} login createrole password 'owner'`);
  await superuser.unsafe(`create database ${database} owner ${owner}`);
  // What Postgres gives to whoever creates a role: the right to hand it out, and no more.
  for (const role of ours) {
    await superuser.unsafe(`grant ${role} to ${owner} with admin true, inherit false, set false`);
  }
});

afterAll(async () => {
  await superuser.unsafe(`drop database if exists ${database} with (force)`);
  for (const role of ours) await superuser.unsafe(`revoke ${role} from ${owner} cascade`);
  await superuser.unsafe(`drop role if exists ${app}`);
  await superuser.unsafe(`drop role ${owner}`);
  await superuser.end();
  await server.stop();
});

const addressOf = (name: string, password: string) => {
  const address = new URL(server.ownerUrl(database));
  address.username = name;
  address.password = password;
  return address.href;
};

test("an owner without a superuser's rights, as hosts give one, brings a database up to date, and again", async () => {
  const [ownerUrl, appUrl] = [addressOf(owner, "owner"), addressOf(app, "app")];
  await migrate(ownerUrl, appUrl);
  await migrate(ownerUrl, appUrl);
  const login = postgres(appUrl, { max: 1 });
  const [row] = await login<{ bypasses: boolean; count: number }[]>`
    select rolbypassrls or rolsuper as bypasses, (select count(*)::int from links) as count
    from pg_roles where rolname = current_user`;
  await login.end();
  expect(row).toEqual({ bypasses: false, count: 0 });
});

test("a login that passes by row-level security is refused for the app", async () => {
  const ownerUrl = addressOf(owner, "owner");
  await expect(migrate(ownerUrl, server.ownerUrl(database))).rejects.toThrow("passes by row-level security");
});
