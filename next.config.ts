import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Types are a step of `npm run check`, which also reads the tests; a start need not wait for them twice.
  typescript: { ignoreBuildErrors: true },
  // As the web process's own server says it: storefronts import one of these modules.
  headers: async () => [
    { source: "/widget/:version/sdk.js", headers: [{ key: "access-control-allow-origin", value: "*" }] },
  ],
};

export default config;
