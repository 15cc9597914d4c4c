import { randomInt, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { makeReadwell } from "./support/clients";
import { someAddress, test, type World } from "./support/test";

// One after the other: beside another test no time is worth anything.
test.describe.configure({ mode: "serial" });

const kinds = ["active", "inactive", "without portal", "partner", "of another shop", "stranger"] as const;
type Kind = (typeof kinds)[number];

/** How often each kind of address is tried: at first, and at most, where a busy machine makes the medians swim. */
const tries = { first: 200, most: 1000 };

const headers = () => ({
  "x-forwarded-for": someAddress(),
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
  "content-type": "application/x-www-form-urlencoded",
});

/** Each address is as long as every other, so that what is echoed is as long too. */
const fresh = () => `c${randomUUID()}@marsh.example`;

async function addressesOf(world: World): Promise<Map<Kind, string[]>> {
  const [ours, theirs] = [
    await makeReadwell(world.owner),
    await makeReadwell(world.owner, {}, "Bluewater Pools"),
  ];
  const made = new Map<Kind, string[]>();
  for (const kind of kinds) {
    const addresses = Array.from({ length: tries.most }, fresh);
    made.set(kind, addresses);
    if (kind === "stranger") continue;
    const rows = addresses.map((address) => ({
      tenant_id: kind === "of another shop" ? theirs.tenantId : ours.tenantId,
      kind: "client",
      name: "Ellen Marsh",
      email: kind === "partner" ? fresh() : address,
      partner_email: kind === "partner" ? address : null,
      active: kind !== "inactive",
      portal_access: kind !== "without portal",
    }));
    for (let n = 0; n < rows.length; n += 500)
      await world.owner`insert into contacts ${world.owner(rows.slice(n, n + 500))}`;
  }
  return made;
}

const post = (world: World, address: string) =>
  fetch(`${world.origin}/client-login/ask`, {
    method: "POST",
    redirect: "manual",
    headers: headers(),
    body: new URLSearchParams({ address }),
  });

/** All that an answer says, but for what is different each time: the date, the sealed cookie, the nonce, the address typed. */
async function said(answer: Response, address: string): Promise<string> {
  const told = [...answer.headers].map(([name, value]) => {
    if (name === "date") return name;
    if (name === "set-cookie")
      return `${name} ${value.replace(/=[^;]+/, "=…").replace(/Expires=[^;]+/, "")} of ${value.length}`;
    return `${name}: ${value}`;
  });
  const nonce = /nonce-([^']+)/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "no nonce";
  // How a page's scripts are cut into pieces is the moment's doing, and how many seconds are left the clock's.
  const seen = (await answer.text()).replace(/<script.*?<\/script>/gs, "").replace(/dasharray="[^"]+"/, "");
  const text = `${answer.status}\n${told.join("\n")}\n${seen}`;
  return text.replaceAll(nonce, "NONCE").replaceAll(address, "ADDRESS");
}

test("whoever an address belongs to, every byte of the answer is the same, and so is the page that waits", {
  tag: ["@C1", "@B3"],
}, async ({ world }) => {
  const addresses = await addressesOf(world);
  const answers = new Map<Kind, string[]>();
  for (const kind of kinds) {
    const address = addresses.get(kind)?.[0] ?? "";
    const asked = await post(world, address);
    const cookie = asked.headers.get("set-cookie")?.split(";")[0] ?? "";
    const page = await fetch(`${world.origin}/client-login/sent`, { headers: { ...headers(), cookie } });
    const times = [await said(asked, address), await said(page, address)];
    for (let again = 0; again < 2; again += 1) await post(world, address);
    const fourth = await post(world, address);
    expect(fourth.headers.get("location")).toMatch(/^\/client-login\/sent\?wait=(?:35[89]\d|3600)$/);
    answers.set(
      kind,
      times.map((each) => each.replace(/c[0-9a-f-]{36}@marsh\.example/g, "ADDRESS")),
    );
  }
  for (const kind of kinds) expect(answers.get(kind), kind).toEqual(answers.get("stranger"));
});

test("whoever an address belongs to, the answer takes as long: the medians lie within five milliseconds", {
  tag: ["@C1"],
}, async ({ world }) => {
  test.setTimeout(400_000);
  const addresses = await addressesOf(world);
  const took = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  const medians = () => kinds.map((kind) => median(took.get(kind) ?? []));
  const apart = () => Math.max(...medians()) - Math.min(...medians());
  for (let n = 0; n < tries.most && (n < tries.first || apart() >= 5); n += 1) {
    // In another order each time: the job that answers one request keeps the machine from the next, whoever that is.
    for (const kind of shuffled(kinds)) {
      const address = addresses.get(kind)?.[n] ?? "";
      const begun = performance.now();
      const answer = await post(world, address);
      took.get(kind)?.push(performance.now() - begun);
      expect(answer.headers.get("location")).toBe("/client-login/sent");
    }
  }
  const told = kinds.map((kind, n) => `${kind} ${medians()[n]?.toFixed(1)} ms`).join(", ");
  expect(apart(), told).toBeLessThan(5);
});

function shuffled<T>(things: readonly T[]): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(randomInt(left.length), 1));
}

function median(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
