import { gzipSync } from "node:zlib";
import { load, nextAddress, phone } from "./load";
import { takeTurns } from "./measure";
import { type Row, rateRow } from "./table";
import type { World } from "./world";

type Origins = { product: string; bare: string };

const rounds = 3;

/** P3: the job through the API, and P4: the same with forged tokens, which must not reach the database. */
export async function measureJobApi({ product, bare }: Origins, world: World): Promise<Row[]> {
  const { jobTokens } = world;
  const api = jobTokens.map((token) => `/api/v1/jobs/${token}`);
  const valid = await sideBySide(
    { origin: product, paths: api, status: 200 },
    { origin: bare, paths: jobTokens.map((token) => `/job/${token}`), status: 200 },
  );
  const began = await now(world);
  const forged = await sideBySide(
    { origin: product, paths: api.map((path) => path.replace(/.$/, "!")), status: 404 },
    { origin: bare, paths: ["/constant/forged"], status: 404 },
  );
  const askedDatabase = await queriesSince(world, began);
  return [
    rateRow("P3", "a job by the API", { name: "bare route, one join", ...valid, atLeast: 0.8 }),
    rateRow("P4", "a forged token", { name: "bare route, a constant", ...forged, atLeast: 0.9 }),
    {
      id: "P4",
      work: "queries of forged tokens",
      ours: askedDatabase === 0 ? "0" : `by ${askedDatabase} connections`,
      comparedWith: "",
      theirs: "",
      ratio: "",
      mustReach: "0",
      reached: askedDatabase === 0,
    },
  ];
}

type Side = { origin: string; paths: string[]; status: number };

/** Both servers in turn, after a warm-up of each. */
async function sideBySide(product: Side, bare: Side) {
  const run = ({ origin, paths, status }: Side, seconds?: number) => load(origin, paths, status, seconds);
  await run(product, 2);
  await run(bare, 2);
  return takeTurns(rounds, { ours: () => run(product), theirs: () => run(bare) });
}

async function now({ owner }: World): Promise<Date> {
  const [row] = await owner<{ at: Date }[]>`select clock_timestamp() as at`;
  return row?.at ?? new Date(Number.NaN);
}

/** How many of the product's connections ran anything since then. */
async function queriesSince({ owner }: World, began: Date): Promise<number> {
  const [row] = await owner<{ busy: number }[]>`
    select count(*)::int as busy from pg_stat_activity
    where application_name = 'latchkey' and datname = current_database() and query_start > ${began}`;
  return row?.busy ?? Number.NaN;
}

/** P5: the job page beside a bare page with the same query and one form; and what a phone has to load for it. */
export async function measureJobPage({ product, bare }: Origins, { jobTokens }: World): Promise<Row[]> {
  const paths = jobTokens.map((token) => `/j/${token}`);
  // The first look at each link writes it down, which a page is not measured by.
  for (const path of paths) await look(`${product}${path}`);
  const pages = await sideBySide(
    { origin: product, paths, status: 200 },
    { origin: bare, paths: jobTokens.map((token) => `/page/${token}`), status: 200 },
  );
  const ours = await weigh(product, paths[0] ?? "");
  const theirs = await weigh(bare, `/page/${jobTokens[0]}`);
  return [
    rateRow("P5", "the job page", { name: "bare page, one join, one form", ...pages, atLeast: 0.6 }),
    sizeRow("its HTML, gzipped", ours.html, theirs.html, { most: 20, counted: ours.html }),
    sizeRow("its JavaScript, gzipped", ours.scripts, theirs.scripts, {
      most: 15,
      counted: ours.scripts - theirs.scripts,
    }),
  ];
}

const look = (address: string) =>
  fetch(address, { headers: { ...phone, "x-forwarded-for": nextAddress() } }).then((answer) => answer.text());

async function weigh(origin: string, path: string) {
  const html = await look(`${origin}${path}`);
  const sources = new Set(Array.from(html.matchAll(/<script[^>]* src="([^"]+)"/g), ([, source]) => source));
  let scripts = 0;
  for (const source of sources) scripts += gzipSync(await look(`${origin}${source}`)).length;
  return { html: gzipSync(html).length, scripts };
}

function sizeRow(
  work: string,
  ours: number,
  theirs: number,
  { most, counted }: { most: number; counted: number },
): Row {
  const beyond = counted !== ours;
  return {
    id: "P5",
    work,
    ours: kilobytes(ours),
    comparedWith: "bare page",
    theirs: kilobytes(theirs),
    ratio: beyond ? `${kilobytes(counted)} more` : "",
    mustReach: `≤ ${most} KB${beyond ? " more" : ""}`,
    reached: counted <= most * 1024,
  };
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
