// `metaxy-compile init`: a configuration, a first feature, package scripts and a line for git. Never overwrites anything.

import { join } from "node:path";
import { applyEdits, modify, parse } from "jsonc-parser";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { OutputFile } from "../../model/output.ts";
import type { CommonOptions } from "../arguments.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";
import { diagnoseWriting, writeOutputs } from "../write-outputs.ts";

const METAXY_TOML = `project = "PROJECT"
store = "dev"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev_metadata.duckdb" }

[ext.sqlmodel]
enable = true

[ext.compile]
sources = ["src/features"]
out_dir = "out"
`;

const FIRST_FEATURE = `import { BaseSQLModelFeature, FeatureKey, FeatureSpec } from "metaxy-compile/dsl";

/** One row per uploaded video. */
export class VideoFeature extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: new FeatureKey(["video"]),
    idColumns: ["video_id"],
    fields: ["frames", "duration"],
  });

  /** Identifies the upload. */
  video_id!: string;
  /** Where the file lies. */
  path!: string;
  /** Length in seconds. */
  duration!: number;
}
`;

const SCRIPTS = { metaxy: "metaxy-compile", "metaxy:check": "metaxy-compile --check" };

/** Git must not turn the line ends of what is generated into those of the machine. */
const ATTRIBUTES = "/out/** text eol=lf\n";

/** Writes the files into the working directory and says what to do next. */
export function init(options: CommonOptions, world: World): ExitCode {
  const packageText = readText(join(world.cwd, "package.json"), world);
  const created = [
    { path: "metaxy.toml", chunks: [METAXY_TOML.replace("PROJECT", projectName(packageText))] },
    { path: "src/features/video.ts", chunks: [FIRST_FEATURE] },
  ];
  const existing = created.filter(({ path }) => world.files.kindOf(join(world.cwd, path)) !== null);
  if (existing.length > 0) {
    const diagnostics = existing.map(({ path }) => diagnose("MXC0012", { path }, null));
    return printReport({ diagnostics, features: 0, files: [], readText: () => null }, options, world);
  }
  const attributes = readText(join(world.cwd, ".gitattributes"), world);
  return writeAll([...created, ...addScripts(packageText), ...addAttributes(attributes)], options, world);
}

function writeAll(write: readonly OutputFile[], options: CommonOptions, world: World): ExitCode {
  try {
    writeOutputs({ write, remove: [], unchanged: [] }, { directory: world.cwd, root: world.cwd }, world.files);
  } catch (error) {
    const diagnostics = [diagnoseWriting(error, world.cwd)];
    return printReport({ diagnostics, features: 0, files: [], readText: () => null }, options, world);
  }
  for (const { path } of write) world.stderr.write(`wrote ${path}\n`);
  world.stderr.write("next: npx metaxy-compile\n");
  return 0;
}

/** The package's name without scope where it may name a project, else `my_package`. */
function projectName(packageText: string | null): string {
  const name: unknown = packageText === null ? null : (parse(packageText) as { name?: unknown } | undefined)?.name;
  const bare = typeof name === "string" ? name.replace(/^@[^/]*\//, "") : "";
  return /^[\w-]+$/.test(bare) && !bare.includes("__") ? bare : "my_package";
}

/** package.json with the scripts it lacks, otherwise as it was written; nothing when there is none. */
function addScripts(packageText: string | null): readonly OutputFile[] {
  if (packageText === null) return [];
  const present = (parse(packageText) as { scripts?: Record<string, unknown> } | undefined)?.scripts ?? {};
  const missing = Object.entries(SCRIPTS).filter(([name]) => !(name in present));
  const text = missing.reduce((before, [name, command]) => {
    const edits = modify(before, ["scripts", name], command, { formattingOptions: { insertSpaces: true, tabSize: 2 } });
    return applyEdits(before, edits);
  }, packageText);
  return text === packageText ? [] : [{ path: "package.json", chunks: [text] }];
}

/** .gitattributes with the line for the outputs, after what it says already. */
function addAttributes(present: string | null): readonly OutputFile[] {
  const before = present === null || present === "" || present.endsWith("\n") ? (present ?? "") : `${present}\n`;
  if (before.split(/\r?\n/).includes(ATTRIBUTES.trimEnd())) return [];
  return [{ path: ".gitattributes", chunks: [before + ATTRIBUTES] }];
}

function readText(path: string, world: World): string | null {
  const bytes = world.files.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
