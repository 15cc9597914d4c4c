/**
 * Has the worker keep this page and what it is made of, so that it opens without signal. A page that the worker already
 * stands behind is kept as it comes.
 */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/job-worker.js", { scope: "/j/" });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const files = loaded.filter(isOurs).map(({ pathname }) => pathname);
  const page = navigator.serviceWorker.controller ? [] : [location.pathname];
  active?.postMessage({ keep: [...page, ...new Set(files)] });
}

const isOurs = ({ origin, pathname }: URL) =>
  origin === location.origin && pathname.startsWith("/_next/static/");
