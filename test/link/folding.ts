// What `V` of `src/v.ts` folds to, seen through the metadata of a feature.

import type { StaticValue } from "../../src/model/value.ts";
import { type Files, type Linked, linkFiles } from "./project.ts";

const FEATURE = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
import { V } from "./v.js";
export class Probe extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "probe", idColumns: ["id"], metadata: { v: V } });
  id!: string;
}
`;

function linkProbe(files: Files, entries: readonly string[] = ["src/probe.ts"]): Linked {
  return linkFiles({ ...files, "src/probe.ts": FEATURE }, entries);
}

/** The value as JavaScript has it. */
export function fold(files: Files): unknown {
  const { features, report } = linkProbe(files);
  if (report.length > 0) throw new Error(report.join("\n"));
  const entry = features[0]?.spec.metadata.entries.find(({ key }) => key === "v");
  if (entry === undefined) throw new Error("no value");
  return toJs(entry.value);
}

/** The only diagnostic, with its chain; `features` are those that link all the same. */
export function refusal(files: Files, entries?: readonly string[], expected: readonly string[] = []): string {
  const { report, features } = linkProbe(files, entries);
  const names = features.map((feature) => feature.className);
  if (report.length !== 1 || names.join() !== expected.join()) {
    throw new Error(`expected one diagnostic and no feature, found ${features.length} and:\n${report.join("\n")}`);
  }
  return report[0] ?? "";
}

function toJs(value: StaticValue): unknown {
  switch (value.kind) {
    case "undefined":
      return undefined;
    case "null":
      return null;
    case "bigint":
      return BigInt(value.value);
    case "array":
      return value.items.map(toJs);
    case "object":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, toJs(entry.value)]));
    case "class":
      return `class ${value.id.module}#${value.id.name}`;
    case "dsl":
      return { [value.name]: value.args.map(toJs) };
    case "all-fields":
      return "all fields";
    default:
      return value.value;
  }
}
