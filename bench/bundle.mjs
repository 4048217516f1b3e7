// Programs of the benchmark that are made of the compiler's own parts, which the package does not export.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles `bench/<name>.ts` as the command line is bundled; gives the program's path. */
export async function bundle(name) {
  const outfile = join(root, `bench/bundled/${name}.js`);
  await build({
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    mainFields: ["module", "main"],
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    minifyWhitespace: true,
    logLevel: "warning",
  });
  return outfile;
}
