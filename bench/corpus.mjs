// Generates a project of N feature files, about 1.4 KB each, the same for the same N.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE_ROOT = fileURLToPath(new URL("..", import.meta.url));

const SHARED = `import type { Uuid, Varchar } from "metaxy-compile/dsl";

export const NAMESPACE = "bench" as const;
export const ID_COLUMNS = ["sample_id", "revision"] as const;
export const VERSIONS = { stable: "2", next: "3" } as const;
export enum Stage {
  Raw = "raw",
  Clean = "clean",
  Final = "final",
}
export type SampleId = Uuid;
export type Path = Varchar<512>;
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
`;

const METAXY_TOML = `project = "bench"
store = "dev"

[stores.dev]
type = "metaxy.ext.duckdb.DuckDBMetadataStore"
config = { database = "dev.duckdb" }

[ext.sqlmodel]
enable = true
inject_primary_key = true

[ext.compile]
sources = ["src/features"]
`;

/** The source of feature `index`: each depends on up to two earlier ones. */
export function featureSource(index, version = "stable") {
  const upstream = [index % 3 === 0 ? null : index - 1, index % 5 < 3 || index < 7 ? null : index - 7].filter(
    (each) => each !== null && each >= 0,
  );
  const imports = upstream.map((each) => `import { Feature${each} } from "${relativeTo(index, each)}";\n`).join("");
  const deps = upstream.map((each) => `new FeatureDep({ feature: Feature${each} })`).join(", ");
  return `import { BaseSQLModelFeature, FeatureDep, FeatureKey, FeatureSpec, Field, FieldSpec, type Int64, type Json } from "metaxy-compile/dsl";
import { type Box, ID_COLUMNS, NAMESPACE, type Path, type SampleId, Stage, VERSIONS } from "../../shared.js";
${imports}
/**
 * Feature ${index} of the benchmark.
 */
export class Feature${index} extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: new FeatureKey([NAMESPACE, \`feature_${index}\`]),
    idColumns: [...ID_COLUMNS],
    deps: [${deps}],
    fields: ["frames", new FieldSpec({ key: "audio", codeVersion: VERSIONS.${version} }), new FieldSpec({ key: "text/${index % 4}", codeVersion: "1" })],
    metadata: { owner: "team-${index % 9}", stage: Stage.Clean, priority: ${index % 11} },
  });

  sample_id!: SampleId;
  revision!: Int64;
  /** Where the file lies. */
  path: Path = Field({ index: true });
  duration!: number;
  width!: Int64 | null;
  height?: Int64;
  title!: string;
  published!: Date;
  stage!: "raw" | "clean" | "final";
  labels!: string[];
  box!: Box | null;
  extra!: Json<unknown>;
}
`;
}

function fileOf(index) {
  return `src/features/group_${String(Math.floor(index / 50)).padStart(4, "0")}/feature_${index}.ts`;
}

function relativeTo(from, to) {
  const [a, b] = [fileOf(from).split("/"), fileOf(to).split("/")];
  const name = b[3].replace(/\.ts$/, ".js");
  return a[2] === b[2] ? `./${name}` : `../${b[2]}/${name}`;
}

/** Writes the project to `directory`, replacing what was there. */
export function writeCorpus(directory, count) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, "src"), { recursive: true });
  writeFileSync(join(directory, "metaxy.toml"), METAXY_TOML);
  writeFileSync(join(directory, "package.json"), `${JSON.stringify({ name: "bench", type: "module" })}\n`);
  writeFileSync(join(directory, "tsconfig.json"), `${JSON.stringify(tsconfig(), null, 2)}\n`);
  writeFileSync(join(directory, "src/shared.ts"), SHARED);
  for (let index = 0; index < count; index++) {
    const path = join(directory, fileOf(index));
    if (index % 50 === 0) mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, featureSource(index));
  }
}

/** Raises a field's code version in the last feature, which nothing depends on. */
export function changeOneFile(directory, count, round) {
  writeFileSync(join(directory, fileOf(count - 1)), featureSource(count - 1, round % 2 === 0 ? "next" : "stable"));
}

function tsconfig() {
  return {
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      noImplicitOverride: true,
      paths: { "metaxy-compile/dsl": [join(PACKAGE_ROOT, "dist/dsl/index.d.ts")] },
    },
    include: ["src"],
  };
}
