// Keeps the job page and the files it is made of, so that a reload without signal shows it. Nothing else is kept: no
// photo, no answer to a form. What is sent by POST never passes here; the page has an outbox of its own for that.

const kept = "latchkey-jobs-1";
// Some builds' worth of files, and more jobs than anybody has open.
const mostFiles = 150;
const mostPages = 20;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(keep(event.data.keep)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isJob(pathname)) event.respondWith(newest(request, pathname));
  else if (isFile(pathname)) event.respondWith(known(request));
});

const isJob = (pathname) => /^\/j\/[^/]+$/.test(pathname);
const isFile = (pathname) => pathname.startsWith("/_next/static/");

async function keep(paths) {
  const cache = await caches.open(kept);
  for (const path of paths.filter((each) => isJob(each) || isFile(each))) {
    const before = isFile(path) && (await cache.match(path));
    await (before ? cache.put(path, before) : cache.add(path)).catch(() => undefined);
  }
  await drop(cache, isFile, mostFiles);
  await drop(cache, isJob, mostPages);
}

// What was used longest ago stands first: the files of builds that are gone, and jobs that are done.
async function drop(cache, is, most) {
  const all = (await cache.keys()).filter(({ url }) => is(new URL(url).pathname));
  await Promise.all(all.slice(0, -most).map((old) => cache.delete(old)));
}

// The page as it is now; without signal, as it was. A link that has died takes what was kept of it along.
async function newest(request, pathname) {
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    if (response.ok && new URL(request.url).search === "") await cache.put(pathname, response.clone());
    if (response.status === 404) await cache.delete(pathname);
    return response;
  } catch (error) {
    const page = await cache.match(pathname);
    if (page) return page;
    throw error;
  }
}

// A file's name changes with its content, so one that is known is right.
async function known(request) {
  return (await caches.match(request)) ?? fetch(request);
}
