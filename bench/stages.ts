// One cold compilation for one dialect, stage by stage, in milliseconds: `src/compile.ts` with a watch in its hand.
//
//   node stages.js <directory> <dialect>    or --list, for the dialects there are

import { loweringTarget } from "../src/compile-target.ts";
import { dialects } from "../src/dialects/index.ts";
import { printTables } from "../src/emit/print-tables.ts";
import { printScript } from "../src/emit/script.ts";
import { link } from "../src/link/link.ts";
import { lowerFeatures } from "../src/lower/features.ts";
import { checkNames } from "../src/lower/names.ts";
import { lowerSystemTables } from "../src/lower/system-tables.ts";
import { textOfChunk } from "../src/model/output.ts";
import { resolve } from "../src/resolve/resolve.ts";
import { versionFeatures } from "../src/versions/versions.ts";
import { openBenchmark, take } from "./opened.ts";

const [directory = "", name = ""] = process.argv.slice(2);
if (directory === "--list") {
  process.stdout.write(JSON.stringify(Object.keys(dialects)));
  process.exit();
}
const { project, modules } = await openBenchmark(directory, ["--dialect", name]);
const { host, entries, options } = project;
const [target] = options.targets;
if (target === undefined) throw new Error(`no target for ${name}`);
const dialect = dialects[target.dialect];

const laps: Record<string, number> = {};
let started = performance.now();

function lap(stage: string): void {
  const now = performance.now();
  laps[stage] = now - started;
  started = now;
}

for (const entry of entries) modules.get(entry);
lap("read");
const declarations = take(link(entries, modules, host));
lap("link");
const graph = take(resolve(declarations, { ...options, locked: [] }, host));
lap("resolve");
const versions = take(versionFeatures(graph, options));
lap("versions");
const store = loweringTarget(target);
const tables = take(lowerFeatures(graph, store, options));
const system = lowerSystemTables(store, options, dialect.names);
checkNames([...system, ...tables], dialect, target, options.compat);
lap("lower");
// What emit makes of tables: statements, then the text of the scripts. metadata.json is the same whatever the dialect.
const printOptions = { ...options, dialectOptions: target.dialectOptions };
let characters = 0;
for (const each of [tables, system]) {
  const statements = take(printTables(each, dialect, printOptions)).flatMap((printed) => printed.statements);
  const script = printScript(statements, dialect, { store: target.name, style: options.style });
  for (const chunk of script) characters += textOfChunk(chunk).length;
}
lap("emit");
if (versions.features.size === 0 || characters === 0) throw new Error("nothing was compiled");
process.stdout.write(JSON.stringify(laps));
