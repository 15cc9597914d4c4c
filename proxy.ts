import { type NextRequest, NextResponse } from "next/server";
import { knockAtJob } from "@/lib/auth/gates";
import { plainPage } from "@/lib/auth/plain-page";
import { isCrossSite } from "@/lib/auth/same-origin";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";

/**
 * Headers for every answer, a nonce for every page, and what a page or an action cannot refuse itself. Nobody is let in
 * here: each page, action and route passes a gate of its own.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const tap = await tapOnJob(request);
  const refused = tap.ok || tap.reason === "link-dead" ? refusePage(request) : tap;
  if (refused) return withHeaders(plainPage(refused.reason, refused.detail), pathname, plainPolicy);
  const nonce = btoa(crypto.randomUUID());
  const csp = isFile(pathname) ? "default-src 'none'; sandbox" : contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  for (const name of ["x-nonce", "x-middleware-subrequest", "content-security-policy-report-only"])
    forwarded.delete(name);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-latchkey-method", request.method);
  forwarded.set("x-latchkey-at", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  forwarded.set("x-latchkey-opens", tap.ok ? "yes" : "no");
  forwarded.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers: forwarded }, status: tap.ok ? 200 : 404 });
  return withHeaders(response, pathname, csp);
}

function withHeaders<R extends Response>(response: R, pathname: string, csp: string): R {
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
  if (!isLetter(pathname)) response.headers.set("content-security-policy", csp);
  if (pathname.startsWith("/mail/")) response.headers.set("cross-origin-resource-policy", "cross-origin");
  if (isPersonal(pathname)) {
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("x-robots-tag", "noindex");
  }
  return response;
}

/**
 * A look at the job page. As a page it can answer neither 429 nor, with anything to read where no script runs, 404: its
 * status is settled here. Its forms and the API count their own taps.
 */
async function tapOnJob(request: NextRequest): Promise<Outcome<null>> {
  const token = /^\/j\/([^/]+)$/.exec(request.nextUrl.pathname)?.[1];
  if (!token || (request.method !== "GET" && request.method !== "HEAD")) return done(null);
  return knockAtJob(request.headers, token);
}

/**
 * An action that another site sets off would be a fault to Next, and so would an address that can't be read, or a NUL
 * in a query to the database. The API's routes say all three in their own way.
 */
function refusePage({ method, headers, nextUrl }: NextRequest): Refusal | undefined {
  if (!isReadableAddress(nextUrl.pathname)) return refuse("not-found");
  if (nextUrl.pathname.startsWith("/api/")) return undefined;
  if (method === "POST" && isCrossSite(headers)) return refuse("cross-site");
  return nextUrl.search.includes("%00") ? refuse("not-found") : undefined;
}

function isReadableAddress(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\u0000");
  } catch {
    return false;
  }
}

const always = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

/** Everything but the fixed files varies by link or session. */
const isPersonal = (path: string) => !path.startsWith("/_next/static/") && !path.startsWith("/mail/");

/** What somebody uploaded: shown by itself, it may do nothing. */
const isFile = (path: string) => /\/files\/[0-9a-f-]{36}$/.test(path);

/** A message of the local mailbox, shown in a frame of that page alone: its route sets a stricter policy of its own. */
const isLetter = (path: string) => /^\/mailbox\/[^/]+\/letter$/.test(path);

/** A page of one sentence: it has a style sheet, and nothing that runs. */
const plainPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function contentSecurityPolicy(nonce: string): string {
  const inDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${inDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!_next/static/|_next/image).*)"] };
