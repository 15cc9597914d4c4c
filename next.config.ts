import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The headers that every answer carries are set in proxy.ts, where the nonce is made.
  serverExternalPackages: ["sharp", "heic-convert", "pg", "graphile-worker"],
};

export default config;
