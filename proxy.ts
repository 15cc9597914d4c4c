import { type NextRequest, NextResponse } from "next/server";
import { countJobTap } from "@/lib/auth/gates";
import { plainPage } from "@/lib/auth/plain-page";

/**
 * Headers for every answer, a nonce for every page, and the limit of the job page. Nobody is let in here: each page,
 * action and route passes a gate of its own.
 */
export async function proxy(request: NextRequest) {
  const refused = await refuseJobTap(request);
  if (refused) return refused;
  const nonce = btoa(crypto.randomUUID());
  const { pathname } = request.nextUrl;
  const csp = isFile(pathname) ? "default-src 'none'; sandbox" : contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  for (const name of ["x-nonce", "x-middleware-subrequest", "content-security-policy-report-only"])
    forwarded.delete(name);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-latchkey-method", request.method);
  forwarded.set("x-latchkey-at", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  forwarded.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
  if (!isLetter(pathname)) response.headers.set("content-security-policy", csp);
  if (pathname.startsWith("/mail/")) response.headers.set("cross-origin-resource-policy", "cross-origin");
  if (isPersonal(pathname)) {
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("x-robots-tag", "noindex");
  }
  return response;
}

/** The job page, which as a page cannot answer 429 itself. Its forms and the API count their own taps. */
async function refuseJobTap(request: NextRequest): Promise<Response | undefined> {
  const token = /^\/j\/([^/]+)$/.exec(request.nextUrl.pathname)?.[1];
  if (!token || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
  const counted = await countJobTap(request.headers, token);
  return !counted.ok && counted.reason === "too-many-requests"
    ? plainPage(counted.reason, counted.detail)
    : undefined;
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
