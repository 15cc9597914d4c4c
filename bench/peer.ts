import { randomBytes } from "node:crypto";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { magicLink } from "better-auth/plugins";
import { Pool } from "pg";
import { memberAddress } from "./world";

export type Peer = Awaited<ReturnType<typeof startPeer>>;

/** better-auth with its magic links: hashed tokens, its own Postgres adapter, as many connections as the product. */
export async function startPeer(people: number) {
  const pool = new Pool({ connectionString: process.env.PEERS_DATABASE_URL, max: 10 });
  const minted = new Map<string, string>();
  const options = {
    baseURL: "http://localhost:3999",
    secret: randomBytes(32).toString("hex"),
    database: pool,
    telemetry: { enabled: false },
    plugins: [
      magicLink({
        storeToken: "hashed",
        expiresIn: 900,
        sendMagicLink: async ({ email, token }) => void minted.set(email, token),
      }),
    ],
  };
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  const auth = betterAuth(options);
  const headers = new Headers({ "user-agent": "bench" });
  const issue = async (email: string) => {
    await auth.api.signInMagicLink({ body: { email }, headers });
    return minted.get(email) ?? "";
  };
  const spend = (token: string) => auth.api.magicLinkVerify({ query: { token }, headers });
  // The first link of each person makes their account, which is not what is measured.
  for (let n = 0; n < people; n += 1) await spend(await issue(memberAddress(n)));
  return { issue, spend, stop: () => pool.end() };
}
