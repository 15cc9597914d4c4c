import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Reply, redisWire } from "./redis-wire";

type Wish = { redis: URL; token: string; host: string; port: number };
type Command = [string, ...(string | number)[]];

const mostBytes = 100_000;

/**
 * Puts Upstash's HTTP front before a Redis of one's own, as far as the limiter needs it: one command, or several at
 * /pipeline, with the bearer's token. Answers 401 to anyone else, 502 while Redis is away, and to GET / whether it is there.
 */
export async function startRedisFront({ redis, token, host, port }: Wish) {
  const wire = redisWire(redis.hostname, Number(redis.port || 6379));
  const scripts = new Map<string, string>();
  const server = createServer((request, response) => {
    void answerTo(request)
      .catch(() => ({ status: 502, body: { error: "ERR Redis does not answer." } }))
      .then(({ status, body }) => respond(response, status, body));
  });

  async function answerTo(request: IncomingMessage) {
    if (request.method === "GET") return { status: 200, body: { result: await wire.send(["PING"]) } };
    if (!isBearer(request.headers.authorization, token))
      return { status: 401, body: { error: "Unauthorized" } };
    const sent = await readJson(request);
    if (!Array.isArray(sent)) return { status: 400, body: { error: "ERR a list is expected" } };
    const inBase64 = request.headers["upstash-encoding"] === "base64";
    const run = async (command: Command) => shown(await wire.send(understood(command, scripts)), inBase64);
    if (request.url === "/pipeline")
      return { status: 200, body: await Promise.all((sent as Command[]).map(run)) };
    const body = await run(sent as Command);
    return { status: "error" in body ? 400 : 200, body };
  }

  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    async stop() {
      wire.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The limiter's scripts begin with a flag that Upstash knows and Redis refuses. Without that line they do the same, under
 * another hash: `scripts` remembers which.
 */
function understood(command: Command, scripts: Map<string, string>): Command {
  const [name, script, ...rest] = command;
  const verb = name.toUpperCase();
  if (verb === "EVALSHA") return [name, scripts.get(String(script)) ?? String(script), ...rest];
  if (verb !== "EVAL" || typeof script !== "string" || !script.startsWith("#!lua")) return command;
  const plain = script.slice(script.indexOf("\n") + 1);
  scripts.set(sha1(script), sha1(plain));
  return [name, plain, ...rest];
}

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

function shown(reply: Reply, inBase64: boolean) {
  if (typeof reply === "object" && reply !== null && "error" in reply) return { error: reply.error };
  return { result: inBase64 ? encoded(reply) : reply };
}

/** Upstash leaves a plain OK as it is. */
function encoded(reply: Reply): Reply {
  if (Array.isArray(reply)) return reply.map(encoded);
  return typeof reply === "string" && reply !== "OK" ? Buffer.from(reply).toString("base64") : reply;
}

function isBearer(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let body = "";
  for await (const part of request) {
    body += part;
    if (body.length > mostBytes) return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function respond(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { REDIS_URL, UPSTASH_REDIS_REST_TOKEN: token } = process.env;
  if (!REDIS_URL || !token) throw new Error("REDIS_URL or UPSTASH_REDIS_REST_TOKEN is missing.");
  const front = await startRedisFront({ redis: new URL(REDIS_URL), token, host: "0.0.0.0", port: 8079 });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void front.stop());
}
