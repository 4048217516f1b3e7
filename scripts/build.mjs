// Bundles src/ into dist/ with shared chunks (one file to load for the common commands) and writes the declarations beside it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { cutParser } from "./typescript-parser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["src/index.ts", "src/dsl/index.ts", "src/cli/main.ts"],
  outdir: "dist",
  outbase: "src",
  bundle: true,
  mainFields: ["module", "main"],
  splitting: true,
  // The small packages that every start needs load much faster from one file; the rest stays where npm put it.
  external: ["sql-formatter", "pg-query-emscripten", "@duckdb/*", "@electric-sql/*", "pg", "mysql2", "sql.js", "chdb"],
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);',
  },
  platform: "node",
  format: "esm",
  target: "node20",
  chunkNames: "chunks/[name]-[hash]",
  // Names stay, so that a stack trace can still be read.
  minifyWhitespace: true,
  sourcemap: false,
  logLevel: "warning",
  define: { "process.env.METAXY_COMPILE_BUILD": JSON.stringify(digestSources()) },
});
chmodSync(`${root}dist/cli/main.js`, 0o755);
const { SYNTAX_NAMES } = await load("src/read/syntax-names.ts");
const typescript = fileURLToPath(import.meta.resolve("@ts-morph/common/dist/typescript.js"));
writeFileSync(`${root}dist/typescript-parser.cjs`, await cutParser(typescript, SYNTAX_NAMES));
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}tsconfig.build.json`], {
  stdio: "inherit",
});

/** Runs a module of ours that imports nothing. */
async function load(path) {
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [path], format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** Names the build, so that its caches are not mistaken for another's. */
function digestSources() {
  const hash = createHash("sha256");
  const sources = readdirSync(`${root}src`, { recursive: true }).filter((path) => path.endsWith(".ts"));
  for (const path of [...sources.map((each) => `src/${each}`), "package-lock.json"].sort()) {
    hash.update(path).update(readFileSync(`${root}${path}`));
  }
  return hash.digest("hex").slice(0, 16);
}
