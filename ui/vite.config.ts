import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: {
    alias: { $lib: path("./src/lib"), $views: path("./src/views") },
    // Components under test run as in a browser.
    conditions: mode === "test" ? ["browser"] : undefined,
  },
  build: {
    outDir: path("../src/sayso/web/static"),
    emptyOutDir: true,
    // The page's Content-Security-Policy allows files of its own origin only, no `data:` fonts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome123", "firefox121", "safari17.5"],
    license: { fileName: "licences.md" },
    chunkSizeWarningLimit: 1200, // MapLibre, loaded with the map alone
  },
  // `SAYSO_API=http://127.0.0.1:8000 npm run dev`: the page from Vite, the data from `sayso serve`.
  server: {
    proxy: {
      "/api": {
        target: process.env.SAYSO_API ?? "http://127.0.0.1:8000",
        changeOrigin: true,
        // The server answers its own page only, and Vite's has another origin.
        configure: (proxy) =>
          proxy.on("proxyReq", (request) => {
            request.removeHeader("origin");
            request.setHeader("sec-fetch-site", "same-origin");
          }),
      },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
}));
