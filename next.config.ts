import type { NextConfig } from "next";

/** What every answer carries, a file's and a refusal's too. What differs from page to page is set in proxy.ts. */
const always = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

/** The API's answers are no pages: nothing in them is ever shown or run. How long they are kept, each route says itself. */
const ofTheApi = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Robots-Tag": "noindex",
};

/** Pictures of a message are loaded by mail programs, wherever they are. */
const ofMail = { "Cross-Origin-Resource-Policy": "cross-origin" };

const on = (source: string, headers: Record<string, string>) => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [on("/:path*", always), on("/api/:path*", ofTheApi), on("/mail/:path*", ofMail)],
  // Behind a proxy Next would cut a body off at 10 MB; an upload may have 15, and the form around it.
  experimental: { proxyClientMaxBodySize: "17mb" },
  serverExternalPackages: ["sharp", "heic-convert", "pg", "graphile-worker"],
};

export default config;
