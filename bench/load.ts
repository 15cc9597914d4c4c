import autocannon from "autocannon";

/** A phone's own words, so that nobody is taken for a machine. */
export const phone = {
  "user-agent":
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36",
  "accept-language": "en-AU",
};

let asked = 0;

/** Another client address for every request, as a trusted proxy would pass it on. */
export function nextAddress(): string {
  asked += 1;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
}

/** Ten connections ask for the paths in turn for some seconds; answers how many a second came back with this status. */
export async function load(origin: string, paths: string[], status: number, seconds = 4): Promise<number> {
  let turn = 0;
  const found = await autocannon({
    url: origin,
    connections: 10,
    duration: seconds,
    requests: [
      {
        setupRequest: (request: object) => {
          turn += 1;
          const headers = { ...phone, "x-forwarded-for": nextAddress() };
          return { ...request, path: paths[turn % paths.length], headers };
        },
      },
    ],
  });
  const came = found.statusCodeStats[status]?.count ?? 0;
  const all = found.requests.total;
  if (came < all) throw new Error(`${all - came} of ${all} answers of ${origin} were not ${status}.`);
  return came / found.duration;
}
