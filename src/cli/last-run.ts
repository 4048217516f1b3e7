// What the last run left behind, as far as it is still true: which features its outputs speak of where, so that a question
// about a few of them need not compile all.

import { join } from "node:path";
import { jsonString } from "../emit/json-text.ts";
import { closure } from "../model/closure.ts";
import type { Section } from "./cache/layout.ts";
import { describeStatus, digestOfVariable, type RunRecord, readRebuild, readRun } from "./cache/run-record.ts";
import { checkTrace } from "./cache/trace.ts";
import type { World } from "./world.ts";

/** Files whose content differs from what a run read; null when something else differs, too. */
export function findChanges({ trace, environment, outputs }: RunRecord, world: World): readonly string[] | null {
  if (environment.some(([name, expected]) => digestOfVariable(name, world) !== expected)) return null;
  if (outputs.some(([path, expected]) => describeStatus(path, world) !== expected)) return null;
  const { sameLayout, changed } = checkTrace(trace, world.files);
  return sameLayout ? changed : null;
}

/**
 * The sources of the features whose part of metadata.json has all of some texts, and of those that they need; null when that
 * is not known, or there are none.
 *
 * @param argv the arguments of the run that compiled them
 */
export function sourcesAbout(
  texts: readonly string[],
  argv: readonly string[],
  world: World,
): readonly string[] | null {
  const record = readRun(argv, world);
  if (record === null || findChanges(record, world)?.length !== 0) return null;
  const rebuild = readRebuild(argv, record, world);
  const document = rebuild?.layout.find(([path]) => path.endsWith("metadata.json"));
  if (rebuild === null || document === undefined) return null;
  const [path, sections] = document;
  const partOf = readUnits(sections, world.files.read(join(rebuild.outDirectory, path)));
  const { features } = rebuild.baseline;
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const about = features.filter(({ key, tables }) => {
    const parts = [`feature ${key}`, ...tables.map((name) => `table ${name}`)].flatMap(
      (unit) => partOf.get(unit) ?? [],
    );
    return texts.every((text) => jsonString(key) === text || parts.some((part) => part.includes(text)));
  });
  const needed = closure(
    about.map(({ key }) => key),
    (key) => byKey.get(key)?.neighbours ?? [],
  );
  const modules = new Set([...needed].flatMap((key) => byKey.get(key)?.module ?? []));
  return modules.size === 0 ? null : rebuild.entries.filter((entry) => modules.has(entry));
}

/** The bytes of each unit of a file. */
function readUnits(sections: readonly Section[], bytes: Uint8Array | null): ReadonlyMap<string, Buffer> {
  const whole = Buffer.from(bytes ?? []);
  const units = new Map<string, Buffer>();
  let offset = 0;
  for (const [unit, length] of sections) {
    if (unit !== null) units.set(unit, whole.subarray(offset, offset + length));
    offset += length;
  }
  return units;
}
