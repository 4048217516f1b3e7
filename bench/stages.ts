// One cold compilation for one dialect, stage by stage, in milliseconds: `src/compile.ts` with a watch in its hand.
//
//   node stages.js <directory> <dialect>    or --list, for the dialects there are

import { parseArguments } from "../src/cli/arguments.ts";
import { diskFileSystem } from "../src/cli/file-system.ts";
import { openProject } from "../src/cli/project.ts";
import { loweringTarget } from "../src/compile-target.ts";
import type { Checked } from "../src/diagnostics/diagnostic.ts";
import { hasErrors } from "../src/diagnostics/finding.ts";
import { dialects } from "../src/dialects/index.ts";
import { printTables } from "../src/emit/print-tables.ts";
import { printScript } from "../src/emit/script.ts";
import { link } from "../src/link/link.ts";
import { lowerFeatures } from "../src/lower/features.ts";
import { checkNames } from "../src/lower/names.ts";
import { lowerSystemTables } from "../src/lower/system-tables.ts";
import { textOfChunk } from "../src/model/output.ts";
import type { ModuleSummary } from "../src/model/summary.ts";
import { readModule } from "../src/read/module.ts";
import { resolve } from "../src/resolve/resolve.ts";
import { versionFeatures } from "../src/versions/versions.ts";

const [directory = "", name = ""] = process.argv.slice(2);
if (directory === "--list") {
  process.stdout.write(JSON.stringify(Object.keys(dialects)));
  process.exit();
}
const silent = { write: () => {}, isTerminal: false };
const invocation = await parseArguments(["--dialect", name]);
if (invocation.command !== "compile") throw new Error("not a compilation");
const world = {
  cwd: directory,
  env: {},
  files: diskFileSystem,
  cacheHome: null,
  now: () => 0,
  git: async () => ({ kind: "missing" }) as const,
  stdout: silent,
  stderr: silent,
};
const { value: project } = openProject(invocation.flags, world, world.files);
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

function take<T>({ value, diagnostics }: Checked<T>): T {
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ code }) => code).join(" "));
  return value;
}

const summaries = new Map<string, ModuleSummary | null>();
const modules = {
  get(path: string): ModuleSummary | null {
    let summary = summaries.get(path);
    if (summary === undefined) {
      const text = host.readFile(path);
      summary = text === null ? null : readModule(text, path);
      summaries.set(path, summary);
    }
    return summary;
  },
};
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
