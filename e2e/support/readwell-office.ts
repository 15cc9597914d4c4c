import { makeReadwell, type Readwell } from "./clients";
import { signedIn } from "./sign-in";
import type { World } from "./test";
import { insert } from "./world";

export const desk = { viewport: { width: 1440, height: 900 } };

/** Readwell's office: Sam at his desk. */
export async function atReadwell(world: World, options: Parameters<World["browse"]>[0] = desk) {
  const readwell = await makeReadwell(world.owner);
  return { readwell, page: await (await sam(world, readwell, options)).newPage() };
}

/** A browser of Sam’s, who works there. */
export const sam = (world: World, { suffix }: Readwell, options: Parameters<World["browse"]>[0] = desk) =>
  signedIn(world, { email: `sam-${suffix}@readwell.example`, ...options });

/** June, who works there as well. */
export async function juneAt(world: World, { tenantId, suffix }: Readwell) {
  const email = `june-${suffix}@readwell.example`;
  await insert(world.owner, "members", { tenant_id: tenantId, name: "June Okafor", role: "manager", email });
  return signedIn(world, { email, ...desk });
}

/** Where the office has a document of Ellen’s. */
export const officePage = ({ ellen }: Readwell, id: string) => `/clients/${ellen}/documents/${id}`;
