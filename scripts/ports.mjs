import { createServer } from "node:net";

/** A port of this machine that nobody listens on. */
export function freePort() {
  return listenOnce(0, "127.0.0.1");
}

/** Whether nobody listens on this port, by any of the addresses that `localhost` may lead to. */
export async function isFree(port) {
  for (const host of ["127.0.0.1", "::1", "::"]) {
    try {
      await listenOnce(port, host);
    } catch (error) {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") return false;
      // A machine without IPv6 has no such address, so nobody is there.
      if (error.code !== "EADDRNOTAVAIL" && error.code !== "EAFNOSUPPORT") throw error;
    }
  }
  return true;
}

/** The first free port after this one. */
export async function nextFree(port) {
  for (let next = port + 1; next < 65_536; next += 1) if (await isFree(next)) return next;
  return freePort();
}

function listenOnce(wanted, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
