import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// ClickHouse is so large that it has a package of its own.
const chdb = fileURLToPath(new URL("./test/engines/clickhouse/node_modules/chdb/index.mjs", import.meta.url));

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  resolve: {
    alias: {
      "metaxy-compile/dsl": fileURLToPath(new URL("./src/dsl/index.ts", import.meta.url)),
      ...(existsSync(chdb) ? { chdb } : {}),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Without it one core is left idle, which on two cores is half of them.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
