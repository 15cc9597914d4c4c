import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, isFree } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "latchkey-"));
  chmodSync(root, 0o755);
  symlinkSync(modules, join(root, "node_modules"));
});

afterAll(() => {
  const home = join(root, ".data/postgres-home");
  if (existsSync(home)) rmSync(realpathSync(home), { recursive: true });
  rmSync(root, { recursive: true });
});

/** The folder of the server's files: outside of the project where root may not run it inside. */
function folder() {
  const home = join(root, ".data/postgres-home");
  return join(existsSync(home) ? home : join(root, ".data"), "postgres-test");
}

async function answers(address: string) {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ n: number }[]>`select 1 as n`;
    return row?.n === 1;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

describe("the embedded Postgres", () => {
  it("is one server for two who start it at once, and goes with the last of them", async () => {
    const [first, second] = await Promise.all([
      startPostgres({ root, fast: true }),
      startPostgres({ root, fast: true }),
    ]);
    const address = first.ownerUrl("postgres");
    expect(second.ownerUrl("postgres")).toBe(address);
    await first.stop();
    expect(await answers(address)).toBe(true);
    await second.stop();
    expect(await answers(address)).toBe(false);
  });

  it("comes up again after it was killed, with what was in it", async () => {
    const killed = await startPostgres({ root, fast: true });
    await killed.ensureDatabase("kept");
    process.kill(Number(readFileSync(join(folder(), "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    const next = await startPostgres({ root, fast: true });
    expect(await answers(next.ownerUrl("kept"))).toBe(true);
    await killed.stop();
    await next.stop();
  });

  it("moves to another port when a stranger took its own", async () => {
    const before = await startPostgres({ root, fast: true });
    const taken = new URL(before.ownerUrl("postgres")).port;
    await before.stop();
    const stranger = createServer((socket) => socket.end("no"));
    await new Promise<void>((resolve) => stranger.listen(Number(taken), "127.0.0.1", resolve));
    const after = await startPostgres({ root, fast: true });
    expect(new URL(after.ownerUrl("postgres")).port).not.toBe(taken);
    await after.stop();
    stranger.close();
  });

  it("keeps its passwords where only their owner may read them", () => {
    expect(statSync(join(root, ".data/postgres-test.json")).mode & 0o777).toBe(0o600);
  });
});

describe("a port", () => {
  it("is not free while somebody listens on it", async () => {
    const port = await freePort();
    const somebody = createServer();
    await new Promise<void>((resolve) => somebody.listen(port, "127.0.0.1", resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => somebody.close(resolve));
    expect(await isFree(port)).toBe(true);
  });
});
