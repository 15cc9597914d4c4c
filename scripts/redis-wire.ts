import { connect, type Socket } from "node:net";

/** What Redis answers to one command. */
export type Reply = string | number | null | Reply[] | { error: string };

/**
 * A connection to Redis that sends commands in order and hands each its answer. It connects at the first command, and
 * again at the next one after it was lost; commands that were under way then are refused.
 */
export function redisWire(host: string, port: number) {
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = [];
  let socket: Socket | undefined;
  let unread: Buffer = Buffer.alloc(0);

  function open(): Socket {
    const opened = connect({ host, port, noDelay: true });
    unread = Buffer.alloc(0);
    opened.on("data", (part) => {
      unread = Buffer.concat([unread, part]);
      for (let read = readReply(unread, 0); read; read = readReply(unread, 0)) {
        unread = unread.subarray(read.end);
        waiting.shift()?.resolve(read.reply);
      }
    });
    opened.on("error", () => {});
    opened.once("close", () => {
      if (socket === opened) socket = undefined;
      for (const { reject } of waiting.splice(0)) reject(new Error("Redis went away."));
    });
    return opened;
  }

  return {
    send(command: readonly (string | number)[]): Promise<Reply> {
      socket ??= open();
      const line = inWire(command);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        socket?.write(line);
      });
    },
    close: () => socket?.destroy(),
  };
}

function inWire(command: readonly (string | number)[]): string {
  const parts = command.map((part) => {
    const text = String(part);
    return `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
  });
  return `*${command.length}\r\n${parts.join("")}`;
}

type Read = { reply: Reply; end: number };

/** One reply that begins at `at`; undefined while a part of it has not arrived. */
function readReply(from: Buffer, at: number): Read | undefined {
  const lineEnd = from.indexOf("\r\n", at);
  if (lineEnd === -1) return undefined;
  const kind = from.toString("latin1", at, at + 1);
  const line = from.toString("utf8", at + 1, lineEnd);
  const end = lineEnd + 2;
  if (kind === "+") return { reply: line, end };
  if (kind === "-") return { reply: { error: line }, end };
  if (kind === ":") return { reply: Number(line), end };
  if (Number(line) === -1) return { reply: null, end };
  return kind === "$" ? readText(from, end, Number(line)) : readList(from, end, Number(line));
}

function readText(from: Buffer, at: number, bytes: number): Read | undefined {
  const end = at + bytes + 2;
  return from.length < end ? undefined : { reply: from.toString("utf8", at, at + bytes), end };
}

function readList(from: Buffer, at: number, count: number): Read | undefined {
  const list: Reply[] = [];
  let end = at;
  while (list.length < count) {
    const read = readReply(from, end);
    if (!read) return undefined;
    list.push(read.reply);
    end = read.end;
  }
  return { reply: list, end };
}
