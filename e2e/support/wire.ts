import { createServer, connect as dial, type Socket } from "node:net";

/** A wire to the server that can be cut: what a lost connection is to both ends. */
export async function layWire(origin: string) {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  let whole = true;
  const wire = createServer((near) => {
    if (!whole) return near.destroy();
    const far = dial(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  const address = wire.address();
  return {
    origin: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    cut: () => {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    mend: () => {
      whole = true;
    },
    end: () => {
      for (const socket of open) socket.destroy();
      wire.close();
    },
  };
}
