import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The headers that every answer carries are set in proxy.ts, where the nonce is made.
  // Behind a proxy Next would cut a body off at 10 MB; an upload may have 15, and the form around it.
  experimental: { proxyClientMaxBodySize: "17mb" },
  serverExternalPackages: ["sharp", "heic-convert", "pg", "graphile-worker"],
};

export default config;
