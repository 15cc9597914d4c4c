import { type NextRequest, NextResponse } from "next/server";
import { countReader } from "@/lib/auth/count";
import { knockAtJob } from "@/lib/auth/gates";
import { plainPage } from "@/lib/auth/plain-page";
import { isDecodable } from "@/lib/auth/readable";
import { isCrossSite } from "@/lib/auth/same-origin";
import { isDocumentThere } from "@/lib/documents/is-there";
import { log } from "@/lib/log";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { paymentOrigins } from "@/lib/payments/origins";
import { isThere } from "@/lib/work-orders/is-there";

/**
 * A nonce for every page, and what a page or an action cannot refuse itself. Nobody is let in here: each page, action and
 * route passes a gate of its own. The API does without: its routes say everything themselves.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const seen = await look(request).catch(unavailable);
  if (!seen.ok) return withHeaders(plainPage(seen.reason, seen.detail), pathname, plainPolicy);
  const { opens } = seen.value;
  const nonce = btoa(crypto.randomUUID());
  const csp = isFile(pathname) ? "default-src 'none'; sandbox" : contentSecurityPolicy(nonce, pathname);
  const forwarded = new Headers(request.headers);
  for (const name of ["x-nonce", "x-middleware-subrequest", "content-security-policy-report-only"])
    forwarded.delete(name);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-latchkey-method", request.method);
  forwarded.set("x-latchkey-at", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  forwarded.set("x-latchkey-opens", opens ? "yes" : "no");
  forwarded.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers: forwarded }, status: opens ? 200 : 404 });
  return withHeaders(response, pathname, csp);
}

function withHeaders<R extends Response>(response: R, pathname: string, csp: string): R {
  if (!isLetter(pathname)) response.headers.set("content-security-policy", csp);
  if (isPersonal(pathname)) response.headers.set("x-robots-tag", "noindex");
  if (isPersonal(pathname) && !isFile(pathname)) response.headers.set("cache-control", "private, no-store");
  return response;
}

/** Whether a page may be shown, and whether there is something on it: one that is not there is shown with status 404. */
async function look(request: NextRequest): Promise<Outcome<{ opens: boolean }>> {
  const tap = await countPage(request);
  const refused = tap.ok || tap.reason === "link-dead" ? refusePage(request) : tap;
  return refused ?? done({ opens: tap.ok && (await namesSomething(request)) });
}

/** The pages that anyone may open. An office's own stand behind a session, and cost nobody without one a query. */
const publicPage =
  /^\/(?:l\/confirm|(?:sign-in|client-login)(?:\/sent)?|sign-out|portal\/(?!files\/)[^/]+\/[^/]+|practice\/[^/]+|developers|verify|problems\/[^/]+)$/;

/** A selection sheet, which is shown anew with each choice. */
const sheetPage = /^\/portal\/selections\/[^/]+$/;

/**
 * Pages count here, by whatever method they are asked for: as a page none can answer 429, nor, with anything to read where
 * no script runs, 404. Forms, links and the API count for themselves.
 */
async function countPage({ nextUrl: { pathname }, headers }: NextRequest): Promise<Outcome<null>> {
  const token = /^\/j\/([^/]+)$/.exec(pathname)?.[1];
  if (token) return knockAtJob(headers, token);
  if (!publicPage.test(pathname)) return done(null);
  return sheetPage.test(pathname) ? countReader(headers, "choosing") : countReader(headers);
}

/** An office page about something that is not there has status 404 as well. A page that a script fetches has its own way to say so. */
async function namesSomething({ method, headers, nextUrl }: NextRequest): Promise<boolean> {
  const isLook = (method === "GET" || method === "HEAD") && headers.get("sec-fetch-dest") !== "empty";
  const { pathname } = nextUrl;
  return !isLook || ((await isThere(pathname, headers)) && (await isDocumentThere(pathname, headers)));
}

function unavailable(error: unknown): Refusal {
  log.error({ err: error }, "a page could not be looked at");
  return refuse("unavailable");
}

/**
 * An action that another site sets off would be a fault to Next, and so would an address that can't be read, or a NUL
 * in a query to the database.
 */
function refusePage({ method, headers, nextUrl }: NextRequest): Refusal | undefined {
  const { pathname, search } = nextUrl;
  if (!isDecodable(pathname) || `${pathname}${search}`.includes("%00")) return refuse("not-found");
  return method === "POST" && isCrossSite(headers) ? refuse("cross-site") : undefined;
}

/** Everything but the fixed files varies by link or session. */
const isPersonal = (path: string) => !path.startsWith("/_next/static/") && !path.startsWith("/mail/");

/** What somebody uploaded, and what is made for them to keep: shown by itself, it may do nothing. Its route says how long it is kept. */
const isFile = (path: string) =>
  /\/files\/[0-9a-f-]{36}$|^\/j\/[^/]+\/receipt$|^\/portal\/invoices\/[^/]+\/receipt\/[^/]+$|^\/(?:portal\/[^/]+|contracts)\/[^/]+\/(?:pdf|calendar)$/.test(
    path,
  );

/** A message of the local mailbox, shown in a frame of that page alone: its route sets a stricter policy of its own. */
const isLetter = (path: string) => /^\/mailbox\/[^/]+\/letter$/.test(path);

/** A page of one sentence: it has a style sheet, and nothing that runs. */
const plainPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Where the forms of a page lead: the one that pays goes on to the processor’s own page. */
const formsLeadTo = (path: string) =>
  ["'self'", ...(/^\/portal\/invoices\/[^/]+(?:\/pay)?$/.test(path) ? paymentOrigins() : [])].join(" ");

function contentSecurityPolicy(nonce: string, pathname: string): string {
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
    `form-action ${formsLeadTo(pathname)}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|_next/static/|_next/image).*)"] };
