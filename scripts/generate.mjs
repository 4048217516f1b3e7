// Writes the files under grammar/ that follow from the code. Run after changing what they are made of; a test compares.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));

const { metadataSchema } = await load("src/metadata/schema.ts");
write("grammar/metadata.schema.json", z.toJSONSchema(metadataSchema, { io: "input" }));

const { configSchema } = await load("src/config/schema.ts");
write("grammar/config.schema.json", z.toJSONSchema(configSchema, { io: "input" }));

const { diagnosticsSchema } = await load("scripts/diagnostics-schema.ts");
write("grammar/diagnostics.schema.json", z.toJSONSchema(diagnosticsSchema));

const { renderDialectMatrix } = await load("scripts/dialect-matrix.ts");
writeFileSync(`${root}grammar/dialects.md`, renderDialectMatrix());

const { dialects } = await load("src/dialects/index.ts");
const names = Object.keys(dialects).map((name) => `  "${name}",\n`);
// The library imports nothing from the compiler, and the model nothing at all.
for (const path of ["src/model/dialect-name.ts", "src/dsl/dialect-name.ts"]) {
  const text = readFileSync(`${root}${path}`, "utf8");
  writeFileSync(`${root}${path}`, text.replace(/(?<=\[\n)[^\]]*/, names.join("")));
}

/** Imports a TypeScript module, which Node 20 does not do by itself. */
async function load(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** Writes JSON as the formatter wants it. */
function write(path, value) {
  writeFileSync(`${root}${path}`, `${JSON.stringify(value, null, 2)}\n`);
  execFileSync(process.execPath, [`${root}node_modules/@biomejs/biome/bin/biome`, "format", "--write", path], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
