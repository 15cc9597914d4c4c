import postgres from "postgres";
import { connect, disconnect } from "@/db/client";
import { atEnd, explain, main, step } from "@/scripts/steps.mjs";
import { measureInbox } from "./inbox";
import { measureJobApi, measureJobPage } from "./job";
import { measurePages } from "./lighthouse";
import { measureLinks } from "./links";
import { measureLive } from "./live";
import { measureManyLinks } from "./many-links";
import { startBare, startProduct } from "./servers";
import { print, type Row } from "./table";
import { makeWorld } from "./world";

const options = process.argv.slice(2);
const only = options.find((option) => option.startsWith("--only="))?.slice("--only=".length);
const isFull = options.includes("--full");
const manyLinks = isFull ? 10_000_000 : 1_000_000;
const sizes = [10_000, 100_000, ...(isFull ? [1_000_000] : [])];

await main(bench);

/** Every row in its turn, one at a time, then the table. */
async function bench() {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 3, onnotice: () => {} });
  atEnd(() => owner.end({ timeout: 5 }));
  connect(process.env.DATABASE_URL ?? "", 10);
  const world = await step("Making a business", "A business with its jobs", () => makeWorld(owner));
  const rows: Row[] = [];
  const measure = async (ids: string, title: string, work: () => Promise<Row[]>) => {
    if (only && !only.split(",").some((id) => ids.split(" ").includes(id))) return;
    try {
      rows.push(...(await step(title, title, work)));
    } catch (error) {
      // What can't be measured is said, and the others still are.
      explain(error);
    }
  };
  await measure("P1 P2", "Links issued and spent", () => measureLinks(world));
  const product = await startProduct();
  const origins = { product, bare: await startBare() };
  await measure("P3 P4", "Jobs by the API", () => measureJobApi(origins, world));
  await measure("P5", "The job page", () => measureJobPage(origins, world));
  await measure("P6", "Pages by Lighthouse", () => measurePages(origins, world));
  await measure("P7", "Open inboxes", () => measureLive(product, world));
  await measure("P9 P10", "Very many links", () => measureManyLinks(world, manyLinks));
  await disconnect();
  await measure("P8", "The inbox of a large office", () => measureInbox(owner, sizes));
  print(rows);
}
