import { fileURLToPath } from "node:url";

/** The product's own Next and nothing else: what a page or a route costs at least. */
export default {
  poweredByHeader: false,
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
  serverExternalPackages: ["postgres"],
};
