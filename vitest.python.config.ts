// The tests that ask Python Metaxy itself: `npm run test:python`. They need Python 3.10 or newer and a package index.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  resolve: {
    alias: {
      "metaxy-compile/dsl": fileURLToPath(new URL("./src/dsl/index.ts", import.meta.url)),
    },
  },
  test: {
    include: ["test/python/**/*.check.ts"],
    globalSetup: ["test/python/set-up.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A worker sleeps while its Python computes.
    maxWorkers: 2,
  },
});
