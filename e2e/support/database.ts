import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { connect, disconnect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const template = "latchkey_template";

/** A migrated database to copy from, made once for a run of the tests. */
export default async function prepareTemplate() {
  const server = await startPostgres({ root, fast: true });
  const owner = postgres(server.ownerUrl("postgres"), { max: 1, onnotice: () => {} });
  await owner.unsafe(`drop database if exists ${template} with (force)`);
  await owner.unsafe(`create database ${template}`);
  await migrate(server.ownerUrl(template), server.appUrl(template));
  await owner.end();
  return () => server.stop();
}

export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  owner: postgres.Sql;
  drop: () => Promise<void>;
};

/** A database of a test's own, as migrated, to which the product's pool is connected. */
export async function freshDatabase(pool = 10): Promise<TestDatabase> {
  const server = await startPostgres({ root, fast: true });
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server.ownerUrl("postgres"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);
  const owner = postgres(server.ownerUrl(name), {
    max: 2,
    onnotice: () => {},
    connection: { TimeZone: "UTC" },
  });
  await disconnect();
  connect(server.appUrl(name), pool);
  const drop = async () => {
    await disconnect();
    await owner.end();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
    await server.stop();
  };
  return { ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name), owner, drop };
}
